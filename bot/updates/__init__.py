"""The way in: updates are received, put in order, and answered in turns."""
