"""How a certificate is checked by somebody who holds it."""
