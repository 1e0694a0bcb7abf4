"""The screens of learning: codes, courses, the self-assessment, and what a search finds."""
