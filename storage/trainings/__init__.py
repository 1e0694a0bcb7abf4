"""Trainings, attendance, check-in and late claims."""
