"""What the ledgers' credits rest on, read again for some members at a time. It reads every subject, and writes none."""
