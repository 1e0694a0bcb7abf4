"""The screens of coming in and going."""
