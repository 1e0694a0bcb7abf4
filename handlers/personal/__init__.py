"""What members do with the whole of their record: have it given to them, or ask for its erasure."""
