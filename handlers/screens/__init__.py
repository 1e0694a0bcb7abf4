"""Screens: pure functions from values to what is shown, beside the buttons that they carry."""
