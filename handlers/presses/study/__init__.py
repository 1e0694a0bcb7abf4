"""The keys of buttons for learning."""
