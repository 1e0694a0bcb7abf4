"""Requests of members: what they write and send, what staff answer, and what falls due."""
