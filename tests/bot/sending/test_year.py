"""A year of members with different habits, whose clock jumps to what is due next: what they are sent unasked.

`Year` looks at each message when it is sent. The seed decides who does what; the list of all that was sent is printed
(`pytest -s`).
"""

from collections import Counter

import pytest

from handlers.turn import House
from storage.engine.sessions import Sessions
from tests.bot.sending.year import Year
from tests.sizes import SEED


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_year(sessions: Sessions, house: House) -> None:
    year = Year(sessions, house, SEED)
    year.lives()
    print(*year.told(), sep="\n")
    kinds = Counter(one.kind for resident in year.residents for _, message in resident.sent for one in message)
    kinds.update(one.kind for resident in year.residents for _, one in resident.called)
    always = {
        "reminder",
        "reminder_again",
        "journal_reminder",
        "drafts_open",
        "new_courses",
        "plan",
        "training_tomorrow",
        "checkin_opens",
    }
    assert any(resident.entered for resident in year.residents), "nobody checked in"
    assert always <= kinds.keys(), kinds
    assert any(len(message) > 1 for resident in year.residents for _, message in resident.sent), "no digest"
