"""The two ledgers of credits, and a member's history, which is read from them."""
