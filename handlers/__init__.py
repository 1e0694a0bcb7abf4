"""The conversation: what a person can say or tap, and what is answered. handlers.features lists its features."""
