"""Members, their chats, their preferences, and the guards at the door."""
