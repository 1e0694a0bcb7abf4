"""Files that bring members, and credits of before, into the record: their columns, and what an import does. Pure."""
