"""Trainings, attendances, check-in and late claims."""
