"""Certificates that were issued, and the credits that a certificate may show."""
