"""Certificates that were issued, and what may stand on one."""
