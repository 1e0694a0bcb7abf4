"""Which letters are taken up next: of each person the oldest, so that the many of one keep nobody waiting."""

from collections.abc import Collection
from datetime import datetime, timedelta

import pytest

from content.keys.letter import Rank
from content.keys.letters import CertificatePaper, JournalResult, Unfinished
from storage.engine.sessions import Sessions
from storage.post import letters, waiting
from storage.post.waiting import CLAIM, Look
from tests import samples

SECOND = timedelta(seconds=1)


@pytest.fixture
def people(sessions: Sessions, now: datetime) -> dict[str, int]:
    """Three members: five letters to a, then two to b, then one to c, each a second after the one before."""
    with sessions.begin() as session:
        found = {name: samples.member(session, now, no=f"{number:010}") for number, name in enumerate("abc", start=1)}
        for number, name in enumerate("aaaaabbc"):
            at = now + number * SECOND
            letters.put(session, member_id=found[name], key=Unfinished(number), slot="1", at=at)
    return found


@pytest.mark.parametrize(
    ("limit", "but", "after", "taken"),
    [
        (20, "", 7, "abc"),
        (3, "", 7, "abc"),
        (2, "", 7, "ab"),
        (20, "a", 7, "bc"),
        (20, "abc", 7, ""),
        (20, "", 4, "a"),
        (20, "", 5, "ab"),
        (1, "ab", 7, "c"),
    ],
)
def test_the_oldest_of_each(
    sessions: Sessions, now: datetime, people: dict[str, int], limit: int, but: str, after: int, taken: str
) -> None:
    left_out: Collection[int] = [people[name] for name in but]
    at = now + after * SECOND
    with sessions.begin() as session:
        assert waiting.any_due(session, at, left_out) is bool(taken)
        claimed = letters.claim(session, at, limit=limit, one_each=True, but=left_out)
    names = {number: name for name, number in people.items()}
    assert "".join(names[one.member_id] for one in claimed) == taken
    assert [one.key.course for one in claimed] == [{"a": 0, "b": 5, "c": 7}[name] for name in taken]


def test_of_whom_another_process_has_a_letter_in_work_none_is_claimed(
    sessions: Sessions, now: datetime, people: dict[str, int]
) -> None:
    """Until it has ended, or its claim has."""
    at = now + 9 * SECOND
    with sessions.begin() as session:
        (first,) = letters.claim(session, at, limit=1, one_each=True)
        begun = letters.begin_sending(session, first, at)
        assert begun is not None
    with sessions.begin() as session:
        found = letters.claim(session, at, one_each=True)
        assert {one.member_id for one in found} == {people["b"], people["c"]}
        assert not waiting.any_due(session, at)
        assert not letters.claim(session, at + CLAIM, one_each=True)
    with sessions.begin() as session:
        assert letters.settle(session, begun, "sent", at)
        (second,) = letters.claim(session, at, one_each=True)
        assert second.key.course == 1
    with sessions.begin() as session:
        late = at + CLAIM + SECOND
        assert waiting.any_due(session, late)
        assert [one.member_id for one in letters.claim(session, late, one_each=True)] == [people[one] for one in "abc"]


def test_what_a_claim_finds_at_a_look(sessions: Sessions, now: datetime) -> None:
    """A look names the ranks of which letters are due, also those whose claim has run out, and says whether a sending
    was cut off.
    """
    late = now + CLAIM + SECOND
    with sessions.begin() as session:
        member = samples.member(session, now, no="1000000001")
        letters.put(session, member_id=member, key=Unfinished(1), slot="1", at=now, due_at=now + SECOND)
        letters.put(session, member_id=member, key=JournalResult(1), slot="1", at=now, due_at=late)
        assert waiting.look(session, now) == Look(cut_off=False, ranks=[])
        assert waiting.look(session, now + SECOND) == Look(cut_off=False, ranks=[Rank.NUDGE])
        (letter,) = letters.claim(session, now + SECOND)
        assert waiting.look(session, now + SECOND) == Look(cut_off=False, ranks=[])
        assert waiting.look(session, late) == Look(cut_off=False, ranks=[Rank.RESULT])
        assert waiting.look(session, late + SECOND) == Look(cut_off=False, ranks=[Rank.RESULT, Rank.NUDGE])
        assert letters.begin_sending(session, letter, now + SECOND)
        assert waiting.look(session, late) == Look(cut_off=False, ranks=[Rank.RESULT])
        assert waiting.look(session, late + SECOND) == Look(cut_off=True, ranks=[Rank.RESULT, Rank.NUDGE])
        assert [one.kind for one in letters.claim(session, late + SECOND)] == [JournalResult.kind]
        assert waiting.look(session, late + SECOND) == Look(cut_off=False, ranks=[])


def test_the_rest_of_a_person_follows_in_its_order(sessions: Sessions, now: datetime, people: dict[str, int]) -> None:
    order = []
    for _ in range(9):
        with sessions.begin() as session:
            claimed = letters.claim(session, now + 9 * SECOND, limit=1, one_each=True, but=[people["b"]])
            for one in claimed:
                assert letters.settle(session, one, "sent", now)
                order.append(one.key.course)
    assert order == [0, 1, 2, 3, 4, 7]


def test_what_was_asked_for_goes_first_then_results_then_nudges(sessions: Sessions, now: datetime) -> None:
    """However long a nudge to everybody is due: who asks for a certificate has it at once."""
    keys = (Unfinished(1), JournalResult(1), CertificatePaper(1))
    with sessions.begin() as session:
        me = samples.member(session, now)
        for hours, key in enumerate(keys):
            letters.put(session, member_id=me, key=key, slot="1", at=now + timedelta(hours=hours))
    for hours, first in ((1, [JournalResult(1), Unfinished(1)]), (2, [CertificatePaper(1), *keys[1::-1]])):
        with sessions.begin() as session:
            claimed = letters.claim(session, now + timedelta(hours=hours))
            assert [one.key for one in claimed] == first
            assert letters.give_back(session, claimed) == len(first)
