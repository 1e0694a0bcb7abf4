"""Whether the ledgers say what the rest of the record says: each credit is derived again from what it rests on."""
