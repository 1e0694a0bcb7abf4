"""What members do with courses: enrolments, watched seconds, attempts and reminders."""
