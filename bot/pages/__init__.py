"""The pages beside the chat: to watch, to check in, health, metrics, and the address of Telegram's webhook."""
