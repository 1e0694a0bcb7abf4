"""Activation letters."""
