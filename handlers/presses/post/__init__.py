"""The keys of buttons for reminders."""
