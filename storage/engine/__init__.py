"""The machinery of the record book. It knows no subject, only columns, seals, transactions, statements and queues."""
