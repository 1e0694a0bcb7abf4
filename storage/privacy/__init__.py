"""Which columns are personal, how they are handed out and erased, and whether the key fits."""
