"""The member attends trainings: the list, the check-in, and the entry for the phone's calendar."""
