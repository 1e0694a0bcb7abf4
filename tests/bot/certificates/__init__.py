"""Certificates on the running machine: killed, asked for twice at once, guessed at."""
