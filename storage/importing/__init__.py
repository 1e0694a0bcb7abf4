"""Imports: what a file would do is put on record row by row, then done, and undone, in short steps."""
