"""The running machine: intake of updates, delivery of letters, schedule, pages, command line, sandbox."""
