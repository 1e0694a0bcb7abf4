"""The published courses, the editions of courses and issues, and announced maintenance."""
