"""The keys of buttons for what was earned."""
