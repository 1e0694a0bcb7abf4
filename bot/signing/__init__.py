"""The key that signs certificates, and the signing itself, which is done in the drawing process."""
