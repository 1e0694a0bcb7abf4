"""Messages in the Bot API's JSON."""

from bot.sandbox import text
from bot.sandbox.chats import Chat
from bot.sandbox.files import File
from bot.sandbox.people import Json, Person


def new(chat: Chat, sender: Json | None, content: Json, unix: float) -> Json:
    """A new message, kept in the chat. Without a sender it is the channel's own."""
    author = {"from": sender} if sender is not None else {"sender_chat": chat.card}
    message = {"message_id": chat.number(), **author, "chat": chat.card, "date": int(unix), **content}
    return chat.keep(message)


def document(file: File) -> Json:
    return {"file_name": file.name, "mime_type": file.mime, **file.ids()}


def caption(words: str) -> Json:
    """The fields of a caption that a person wrote. A blank one has no fields."""
    kept = text.settled(words, [])
    if not kept.text:
        return {}
    return {"caption": kept.text, **({"caption_entities": kept.entities} if kept.entities else {})}


def member_change(chat: Chat, by: Person, bot: Json, states: tuple[str, str], unix: float) -> Json:
    """The Bot API's ChatMemberUpdated about the bot itself, from the first state to the second."""
    members = [{"user": bot, "status": state, **({"until_date": 0} if state == "kicked" else {})} for state in states]
    return {
        "chat": chat.card,
        "from": by.user(),
        "date": int(unix),
        "old_chat_member": members[0],
        "new_chat_member": members[1],
    }
