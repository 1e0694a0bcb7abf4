"""Members, their chats, their preferences, and the guards against guessed passwords."""
