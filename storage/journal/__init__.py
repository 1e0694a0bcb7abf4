"""The journal's issues, the members' sheets and postcards, and the gradings and reminders that fall due."""
