"""What a member has chosen. On both databases."""

from datetime import date, datetime

from content.importing.member_record import MemberRecord
from content.values import Reminder, Theme
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import members, preferences
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
    every = frozenset(Reminder)
    assert seen == [every, frozenset(), frozenset(), every]


def test_each_kind_of_reminder_has_a_switch_of_its_own(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        members.put(session, cipher, MemberRecord("1000000001", "青井 遥", date(1972, 2, 4)), now)
        member_id = members.account(session, cipher, "1000000001", member_no=True, mamis_id=True).id
    for kind in Reminder:
        for wanted in (False, True):
            with sessions.begin() as session:
                preferences.set_reminders(session, member_id, wanted, kinds=(kind,))
                got = preferences.get(session, member_id)
            assert [one for one in Reminder if not got.wants(one)] == ([] if wanted else [kind])


def test_the_palette_of_pictures_is_kept_beside_the_reminders(
    sessions: Sessions, cipher: Cipher, now: datetime
) -> None:
    with sessions.begin() as session:
        members.put(session, cipher, MemberRecord("1000000001", "青井 遥", date(1972, 2, 4)), now)
        member_id = members.account(session, cipher, "1000000001", member_no=True, mamis_id=True).id
        preferences.set_picture_theme(session, member_id, Theme.DARK)
        assert preferences.get(session, member_id) == Preferences(picture_theme=Theme.DARK)
        preferences.set_reminders(session, member_id, False)
        preferences.set_picture_theme(session, member_id, Theme.LIGHT)
        assert preferences.get(session, member_id) == Preferences(frozenset(), Theme.LIGHT)
