"""The broadcasting schedule, and the reminders that members asked for."""
