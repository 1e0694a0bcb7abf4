"""Exports of credits: counted and made in short steps, and kept for some days."""
