"""The two ledgers, and the history that is read from them."""
