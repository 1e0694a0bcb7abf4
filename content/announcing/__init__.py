"""Announcements: what staff send to many members at once (/broadcast). Pure.

The command is /broadcast. The code says announcement, since a broadcast is one of the radio (content/radio.py).
"""
