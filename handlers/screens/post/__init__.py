"""The screens of what a member is reminded of."""
