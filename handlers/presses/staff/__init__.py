"""The typed keys of the buttons that only staff see."""
