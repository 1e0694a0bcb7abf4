"""How a certificate is checked by somebody who holds it: its number, its state, and the name on it."""
