"""What the bot says about itself: commands by scope and language, menu button, name and descriptions."""

from dataclasses import dataclass, field

from bot.sandbox.chats import Chat
from bot.sandbox.people import Json

Scope = tuple[str, int, int]
DEFAULT: Scope = ("default", 0, 0)


@dataclass
class Profile:
    """`commands` and `texts` are kept by scope or field, and by language ("" is for all languages without one of their
    own).
    """

    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menus: dict[int, Json] = field(default_factory=dict)
    menu: Json = field(default_factory=lambda: {"type": "commands"})

    def text(self, name: str, language: str) -> str:
        """A name or description in a language; if there is none, the one for all languages."""
        return self.texts.get((name, language)) or self.texts.get((name, ""), "")

    def menu_of(self, chat_id: int) -> Json:
        return self.menus.get(chat_id, self.menu)

    def commands_shown(self, chat: Chat, user_id: int, language: str) -> list[Json]:
        """The commands that a client lists. The narrowest scope wins, and within it the user's language."""
        everywhere = ("all_private_chats", 0, 0) if chat.private else ("all_group_chats", 0, 0)
        narrow: list[Scope] = [("chat", chat.id, 0)]
        if not chat.private:
            narrow.insert(0, ("chat_member", chat.id, user_id))
        for scope in (*narrow, everywhere, DEFAULT):
            for code in (language, ""):
                if (scope, code) in self.commands:
                    return self.commands[scope, code]
        return []
