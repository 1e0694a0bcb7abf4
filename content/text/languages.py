"""Which of our languages somebody reads."""


def language_for(client: str) -> str:
    """Our first language for a client or a browser that is set to `client`. Without a setting it is Japanese."""
    return "ja" if not client or client.lower().startswith("ja") else "en"
