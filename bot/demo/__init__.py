"""The product without an account: sandbox, bot, sample courses and sample people, in one process."""
