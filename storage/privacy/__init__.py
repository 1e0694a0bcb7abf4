"""Which columns are personal, how they are exported and erased, and whether the data key is the right one."""
