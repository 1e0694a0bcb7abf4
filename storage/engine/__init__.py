"""The machinery of the record book. It knows no subject: columns, seals, transactions, statements, queues."""
