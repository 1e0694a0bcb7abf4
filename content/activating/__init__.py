"""Activation letters: the code in one, whom letters are made for, and how far the making has come."""
