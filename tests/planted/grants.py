"""Faults in the granting of credits by a file."""

from tests.planted.fault import Fault

FILE, BACK = "bot/commands/test_grant_credits", "bot/commands/test_grant_credits_back"
FAULTS_SEEN, ROOM = "bot/commands/test_grant_credits_faults", "bot/test_grant_credits_room"
MOVED = "bot/commands/test_grant_credits_moved"
WRITING, COMPARING = "storage/staff/granting/writing.py", "storage/staff/granting/comparing.py"
GRANTED, EARNING = "storage/credits/test_granted_and_earned", "storage/credits/earning.py"
FAULTS = (
    Fault(
        "what a member earned while a grant of staff stood is lost when that is taken back",
        "content/credits/credit.py",
        "return self.import_id is None and self.author_id is None",
        "return self.import_id is None",
        (GRANTED, MOVED),
    ),
    Fault(
        "what staff took back comes again after they granted it and took that back",
        EARNING,
        "    if others and not _lost(session, one):\n",
        "    if others:\n",
        (GRANTED,),
    ),
    Fault(
        "a credit that was withheld comes although staff took back what was earned before",
        EARNING,
        " if not _lost(session, one) else (False, True)",
        "",
        (GRANTED,),
    ),
    Fault(
        "staff grant themselves a credit by a file",
        COMPARING,
        "        if member == self._by:\n",
        "        if False:\n",
        (FAULTS_SEEN,),
    ),
    Fault(
        "whoever a file grants something may apply it",
        "handlers/staff/crediting/by_file.py",
        "    return _own(turn, one) or importing.apply(turn, press)\n",
        "    return importing.apply(turn, press)\n",
        (ROOM,),
    ),
    Fault(
        "an account that earns nothing is granted a credit by a file",
        COMPARING,
        "        elif not earn.get(member):\n",
        "        elif member not in earn:\n",
        (FAULTS_SEEN,),
    ),
    Fault(
        "a file grants a content a second time beside an imported credit",
        COMPARING,
        "    if content in held.sources | held.stands_for:\n",
        "    if content in held.sources:\n",
        (FAULTS_SEEN,),
    ),
    Fault(
        "a file grants an event of which the member has a credit of another kind",
        COMPARING,
        "    if same(one.day, one.code, one.title) in held.same:\n",
        "    if False:\n",
        (FAULTS_SEEN,),
    ),
    Fault(
        "one event stands twice in a file of grants, with two organisers",
        COMPARING,
        "        if self._alike.setdefault(alike, line) != line:\n",
        "        if False:\n",
        (FAULTS_SEEN,),
    ),
    Fault(
        "two grants of one member have one moment, so the proof can't tell their lines in the log",
        WRITING,
        "max(self._at, last + MOMENT)",
        "max(self._at, last)",
        (FILE,),
    ),
    Fault(
        "members hear of grants that are taken back because the whole is stopped",
        "storage/post/held_back.py",
        "due_at=at + HELD_BACK)",
        "due_at=at)",
        (MOVED,),
    ),
    Fault(
        "who was not told yet of a grant, whose letter is due, is told that it was taken back",
        "storage/post/held_back.py",
        "delete(_LETTERS).where(_WAITS, ",
        'delete(_LETTERS).where(_WAITS, _LETTERS.c.kind == "", ',
        (MOVED,),
    ),
    Fault(
        "a stop of a file of grants bars those who were granted for ever",
        "content/credits/credit.py",
        "(row.author_id is None or grant.import_id is None)",
        "row.author_id is None",
        (MOVED,),
    ),
    Fault(
        "members never hear of what a file granted",
        WRITING,
        "for member, credit in granted if credit], at)\n",
        "for member, credit in granted if not credit], at)\n",
        (FILE,),
    ),
    Fault(
        "who was never told of a grant is told that it was taken back",
        "storage/staff/granting/reversing.py",
        "    if not held_back.drop(session, member, CreditGranted(credit.id)):\n",
        "    if True:\n",
        (MOVED,),
    ),
    Fault(
        "a credit that a file granted can't be found to be taken back",
        WRITING,
        '{"after": {**plan.after, "credit": credit}}',
        '{"after": dict(plan.after)}',
        (FILE, BACK),
    ),
    Fault(
        "what a file grants is not in the log of staff",
        WRITING,
        '    write_acts(session, "grant_credit", author, acts)\n',
        "",
        (FILE,),
    ),
    Fault(
        "an undoing of grants leaves no line in the log of staff",
        "storage/staff/granting/reversing.py",
        '    write_acts(session, "reverse_credit", author, acts)\n',
        "",
        (FILE,),
    ),
    Fault(
        "what became doubtful since the report is granted all the same",
        COMPARING,
        "    if content in held.may_be:\n",
        "    if False:\n",
        ("storage/staff/test_granting_races",),
    ),
    Fault(
        "a step grants its own author a credit",
        WRITING,
        "    if author in members:\n",
        "    if False:\n",
        ("storage/staff/test_granting_races",),
    ),
    Fault(
        "who earns no credits any more is granted one by a step",
        WRITING,
        "    return against(one, held) if earns else",
        "    return against(one, held) if one.member_id else",
        (MOVED,),
    ),
    Fault(
        "the figures of a file of grants don't tell what was left out on the way",
        WRITING,
        "    if left_out:\n",
        "    if not left_out:\n",
        (MOVED,),
    ),
    Fault(
        "the head of the log is not noted after a step of an import",
        "bot/importing.py",
        "        if after.head is not None:\n            self._noted(*after.head)\n",
        "",
        (ROOM,),
    ),
)
