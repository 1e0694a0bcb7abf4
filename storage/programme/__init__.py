"""The courses as they are published, the editions of what is corrected, and announced maintenance."""
