"""Trainings, their check-in codes, and where a member's attendance stands."""
