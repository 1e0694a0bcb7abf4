"""What the search looks into: the indexes of what is published now."""
