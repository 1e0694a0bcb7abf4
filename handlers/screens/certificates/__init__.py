"""Asking for a 受講証明書: the purpose, the days, and what will stand on it."""
