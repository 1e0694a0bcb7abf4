"""How the sandbox hands updates to the bot: their queue, long polls, and webhooks."""
