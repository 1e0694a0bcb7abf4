"""Telegram without an account: a strict local Bot API server, and a chat page that looks like a telephone."""

from bot.sandbox.people import Card, Person
from bot.sandbox.server import Sandbox, running

__all__ = ["Card", "Person", "Sandbox", "running"]
