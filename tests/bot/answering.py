"""What the bot answers to a message of any kind."""

from bot.sandbox.people import Json
from tests.phone import Phone
from tests.stage import Stage


def bots(phone: Phone) -> list[Json]:
    return [message for message in phone.messages if message["from"]["is_bot"]]


async def answered(stage: Stage, phone: Phone, **content: object) -> str:
    """Send a message of these fields, as no client would make it; what is answered."""
    before = len(bots(phone))
    stage.world.send(phone.person.id, dict(content))
    await stage.settled()
    return "\n".join(phone.text(message) for message in bots(phone)[before:])
