"""The methods of the Bot API, as strict as the real server and stricter about names and types."""
