"""Files that bring members, and credits already held, into the record: their columns, and what an import does. Pure."""
