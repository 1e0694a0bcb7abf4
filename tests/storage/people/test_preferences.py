"""What a member has chosen. On both databases."""

from datetime import date, datetime

from content.values import Theme
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import members, preferences
from storage.people.members import MemberRecord
from storage.people.preferences import Preferences


def test_reminders_are_on_until_they_are_stopped(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        members.put(session, cipher, MemberRecord("1000000001", "青井 遥", date(1972, 2, 4)), now)
        member_id = members.account(session, cipher, "1000000001", member_no=True, mamis_id=True).id
    seen = []
    for wanted in (False, False, True):
        with sessions.begin() as session:
            seen.append(preferences.get(session, member_id).reminders)
            preferences.set_reminders(session, member_id, wanted)
    with sessions.reading() as session:
        seen.append(preferences.get(session, member_id).reminders)
    assert seen == [True, False, False, True]


def test_the_palette_of_pictures_is_kept_beside_the_reminders(
    sessions: Sessions, cipher: Cipher, now: datetime
) -> None:
    with sessions.begin() as session:
        members.put(session, cipher, MemberRecord("1000000001", "青井 遥", date(1972, 2, 4)), now)
        member_id = members.account(session, cipher, "1000000001", member_no=True, mamis_id=True).id
        preferences.set_picture_theme(session, member_id, Theme.DARK)
        assert preferences.get(session, member_id) == Preferences(reminders=True, picture_theme=Theme.DARK)
        preferences.set_reminders(session, member_id, False)
        preferences.set_picture_theme(session, member_id, Theme.LIGHT)
        assert preferences.get(session, member_id) == Preferences(reminders=False, picture_theme=Theme.LIGHT)
