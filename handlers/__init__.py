"""The conversation: what a person can say or tap, and what is answered. Its features stand in handlers.features."""
