"""Courses: what they hold, which seconds count as watched, and how a self-assessment is graded."""
