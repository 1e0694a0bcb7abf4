"""The keys of buttons for trainings."""
