"""The member comes in and goes: the log-in, the new password, one-time codes, and the session."""
