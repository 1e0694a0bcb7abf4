"""The screens of declarations (申告書)."""
