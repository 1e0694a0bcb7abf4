"""Pictures for the chat: values to PNG bytes."""
