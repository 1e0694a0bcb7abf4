"""Faults in requests: days, ceilings, who has one, and what is said to whom."""

from tests.planted.fault import Fault

RULES = "content/requests/ceilings.py"
CONTENT = "content/requests/requesting.py"
MEMBER = "storage/requests/requests.py"
CASES = "storage/requests/cases.py"
FILES = "storage/requests/files.py"

FAULTS = (
    Fault(
        "the day on which a request is sent counts",
        CONTENT,
        "    while left:\n        day += DAY\n        left -= is_business_day(day, book.at(day))",
        "    while left:\n        left -= is_business_day(day, book.at(day))\n        day += DAY",
        ("content/test_requesting",),
    ),
    Fault(
        "a request is late on the day on which it is due",
        CONTENT,
        "day_of(now) > self.due_on",
        "day_of(now) >= self.due_on",
        ("content/test_requesting",),
    ),
    Fault(
        "staff hear of what is due after the evening's first second",
        CONTENT,
        "now < begins(today, rules.requests.evening_hour)",
        "now <= begins(today, rules.requests.evening_hour)",
        ("content/test_requesting",),
    ),
    Fault(
        "a request may not have as many characters as it may",
        CONTENT,
        "    if len(said) > longest:",
        "    if len(said) >= longest:",
        ("content/test_requesting",),
    ),
    Fault(
        "two texts together may be too long",
        CONTENT,
        "return whole if len(whole) <= longest else Slip.NO_MORE",
        "return whole",
        ("content/test_requesting",),
    ),
    Fault(
        "one request more waits than may",
        "handlers/requests/requests.py",
        "requests.waiting(turn.session, turn.member.id) >= rules.waiting",
        "requests.waiting(turn.session, turn.member.id) > rules.waiting",
        ("handlers/requests/test_requests_ceilings",),
    ),
    Fault(
        "one message more a day is sent than may",
        "handlers/requests/requests.py",
        "begins(day_of(turn.now))) >= rules.a_day",
        "begins(day_of(turn.now))) > rules.a_day",
        ("handlers/requests/test_requests_ceilings",),
    ),
    Fault(
        "the rest of a text that was cut is taken",
        "handlers/requests/notes.py",
        "now < note.cut + timedelta(seconds=rules.cut_s)",
        "now < note.cut",
        ("handlers/requests/test_requests",),
    ),
    Fault(
        "one file more is kept than may",
        FILES,
        "files < rules.kept_files and",
        "files <= rules.kept_files and",
        ("storage/requests/test_requests",),
    ),
    Fault(
        "one file more goes with a message than may",
        FILES,
        "if len(message.files) >= most:",
        "if len(message.files) > most:",
        ("storage/requests/test_requests",),
    ),
    Fault(
        "a request is taken from whoever has it",
        CASES,
        'func.coalesce(HOLDER, 0) == bindparam("holder")',
        'bindparam("holder") >= 0',
        ("storage/requests/test_cases",),
    ),
    Fault(
        "an answer goes out although the member has added something",
        CASES,
        "    if held.latest != seen:\n        return Outcome.ADDED\n",
        "",
        ("storage/requests/test_cases",),
    ),
    Fault(
        "a colleague answers what another has",
        CASES,
        "if against is not None or request.taken_by == staff_id:",
        "if against is not None or request.taken_by:",
        ("storage/requests/test_cases",),
    ),
    Fault(
        "a request is held without a lock",
        CASES,
        "_ROW.state != State.DRAFT.value).with_for_update(of=_ROWS)",
        "_ROW.state != State.DRAFT.value)",
        ("storage/requests/test_races",),
    ),
    Fault(
        "the member reads the notes of staff",
        MEMBER,
        "return one.by is not By.NOTE and (one.sent_at is not None or one.author == member_id)",
        "return one.sent_at is not None or one.author == member_id",
        ("storage/requests/test_requests",),
    ),
    Fault(
        "a request that is opened again keeps its day",
        MEMBER,
        '        due_on=bindparam("until"),\n',
        "",
        ("storage/requests/test_requests",),
    ),
    Fault(
        "staff hear of one request at every tick",
        "storage/requests/late.py",
        ".where(WAITS, _ROW.questioned_at.is_(None), _ROW.told_at.is_(None), ",
        ".where(WAITS, _ROW.questioned_at.is_(None), ",
        ("storage/requests/test_cases",),
    ),
    Fault(
        "staff read what colleagues note about them",
        CONTENT,
        "return tuple(one for one in said if one.by is not By.NOTE)",
        "return tuple(said)",
        ("handlers/staff/test_requests_forged",),
    ),
    Fault(
        "a request is closed although the member has added something",
        CASES,
        "(None if case.latest == seen else Outcome.ADDED)",
        "None",
        ("handlers/staff/test_requests",),
    ),
    Fault(
        "the next request is one that a colleague has",
        MEMBER,
        '    or_(HOLDER.is_(None), bindparam("staff") == HOLDER),\n',
        "",
        ("storage/requests/test_cases", "storage/requests/test_threads"),
    ),
    Fault(
        "what staff began to answer stays when the request ends",
        CASES,
        "if one.sent_at is None and one.by is not By.MEMBER and one != sent:",
        "if one.sent_at is None and one.by is By.NOTE:",
        ("storage/requests/test_cases",),
    ),
    Fault(
        "the rest of a reason that was cut is a reason",
        "handlers/cut.py",
        "    if cut is not None and turn.now < datetime.fromisoformat(cut) + FOLLOWS:\n        raise RestOfText\n",
        "",
        ("handlers/staff/test_cut",),
    ),
    Fault(
        "members get what staff still write",
        "storage/privacy/disclosing.py",
        'or_(RequestMessage.sent_at.is_not(None), RequestMessage.author_id == bindparam("member"))',
        "true()",
        ("storage/privacy/test_disclosing",),
    ),
    Fault(
        "the list of courses is that of before a change",
        "storage/engine/documents.py",
        "if held is None or held[0] != state:",
        "if held is None:",
        ("storage/programme/test_courses",),
    ),
)
