"""Screens of a member's whole record."""
