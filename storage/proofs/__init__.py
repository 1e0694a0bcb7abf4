"""What the ledgers' credits rest on, read again for some members at a time. It reads every subject, and writes none.

It derives a credit by code of its own, though the subjects have code that gives one: a fault there must not prove
itself.
"""
