"""The key that signs certificates, and what a reader finds in a signed one."""
