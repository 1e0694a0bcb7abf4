"""The one finder of what is published: codes, courses, trainings, issues, broadcasts and the topics of help."""
