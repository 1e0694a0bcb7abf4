"""The pages beside the chat: the watch page, health, metrics, and the door for Telegram's webhook."""
