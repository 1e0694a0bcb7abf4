"""Updates that come in from Telegram, and letters that go out."""
