"""All other kinds of messages that a member can send, as the fields of a Bot API Message."""

from collections.abc import Callable

from bot.sandbox.files import Files
from bot.sandbox.people import Json

_BYTES = b"\0" * 64


def _media(kind: str, name: str, **extra: object) -> Callable[[Files], Json]:
    def make(files: Files) -> Json:
        file = files.add(kind, name, _BYTES)
        return {kind: {**file.ids(), **extra}}

    return make


def _plain(**content: object) -> Callable[[Files], Json]:
    return lambda files: dict(content)


_PLACE = {"latitude": 35.728, "longitude": 139.745}
_OPTION = {"persistent_id": "0", "text": "A", "voter_count": 0}
_POLL = {
    "id": "5089271000000000001",
    "question": "?",
    "options": [_OPTION, {**_OPTION, "persistent_id": "1", "text": "B"}],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
_STRANGER = {"id": 987654321, "is_bot": False, "first_name": "Forwarded"}
_ORIGIN = {"type": "user", "date": 1700000000, "sender_user": _STRANGER}
_CHAT = {"id": -1009876543210, "title": "Elsewhere", "type": "channel"}

KINDS: dict[str, Callable[[Files], Json]] = {
    "voice": _media("voice", "", duration=2, mime_type="audio/ogg"),
    "audio": _media("audio", "song.mp3", duration=2, mime_type="audio/mpeg", file_name="song.mp3"),
    "video": _media("video", "clip.mp4", width=320, height=240, duration=2, mime_type="video/mp4"),
    "video_note": _media("video_note", "", length=240, duration=2),
    "sticker": _media(
        "sticker", "", type="regular", width=512, height=512, is_animated=False, is_video=False, emoji="👍"
    ),
    "animation": lambda files: {
        **(moving := _media("animation", "a.mp4", width=320, height=240, duration=2, mime_type="video/mp4")(files)),
        "document": {key: moving["animation"][key] for key in ("file_id", "file_unique_id", "mime_type", "file_size")},
    },
    "location": _plain(location=_PLACE),
    "live_location": _plain(location={**_PLACE, "live_period": 900}),
    "venue": _plain(venue={"location": _PLACE, "title": "Hall", "address": "Bunkyo"}, location=_PLACE),
    "contact": _plain(contact={"phone_number": "+810000000000", "first_name": "Somebody"}),
    "poll": _plain(poll=_POLL),
    "dice": _plain(dice={"emoji": "🎲", "value": 4}),
    "game": _plain(game={"title": "Game", "description": "A game", "photo": []}),
    "story": _plain(story={"chat": _CHAT, "id": 1}),
    "forwarded": _plain(text="forwarded", forward_origin=_ORIGIN),
    "forwarded_command": _plain(
        text="/start", entities=[{"type": "bot_command", "offset": 0, "length": 6}], forward_origin=_ORIGIN
    ),
    "via_bot": _plain(
        text="via", via_bot={"id": 987654322, "is_bot": True, "first_name": "Other", "username": "o_bot"}
    ),
    "web_app_data": _plain(web_app_data={"data": "junk", "button_text": "Open"}),
    "users_shared": _plain(users_shared={"request_id": 1, "users": [{"user_id": 987654321}]}),
    "chat_shared": _plain(chat_shared={"request_id": 1, "chat_id": -1009876543210}),
    "auto_delete_timer": _plain(message_auto_delete_timer_changed={"message_auto_delete_time": 86400}),
    "write_access_allowed": _plain(write_access_allowed={}),
    "unsupported": _plain(),
}
