"""Papers: pure functions from frozen facts to the bytes of a PDF."""
