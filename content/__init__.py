"""What the association publishes: codes, courses, questions, rules and words. Pure; imports no other floor."""
