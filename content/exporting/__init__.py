"""Exports of credits to other systems: what they are of, their rows, and the words of their format."""
