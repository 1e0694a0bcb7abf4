"""Activation letters as staff have them made."""
