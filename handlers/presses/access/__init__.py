"""The keys of buttons for coming in and going."""
