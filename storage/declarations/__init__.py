"""What members declare, with evidence, and what staff decide on it."""
