"""Every button's key has one handler, fits into 64 bytes whatever it carries, and is read back as it was written."""

import ast
from dataclasses import fields
from types import new_class
from typing import Any, get_type_hints

import pytest

from content.announcing import announcement
from content.announcing.announcement import Of as AudienceOf
from content.announcing.announcement import Page
from content.declarations.declaring import Kind, Step
from content.exporting.cells import Encoding
from content.exporting.export import Kind as ExportKind
from content.guide import Topic
from content.hours import HourOf
from content.keys import letter
from content.keys.job import JobKey
from content.keys.jobs import ApplyImport
from content.keys.letter import LetterKey
from content.keys.letters import ChapterDone
from content.keys.note import Note
from content.requests.requesting import Kind as RequestKind
from content.staff import crediting
from content.staff.crediting import Of
from content.staff.crediting import Step as GrantStep
from content.staff.joint import FINGERPRINT
from content.staff.logged import ACTS, LAST_DAY, Filter
from content.staff.rights import Role
from content.text.periods import Named
from content.values import CertificatePurpose, Reminder
from content.verifying import differing
from content.verifying.standing import Reason
from handlers.certificates.asking import AwaitPeriod
from handlers.features import FEATURES
from handlers.press import MOST_BYTES, Press, kinds, unpack
from handlers.presses import help as help_presses
from handlers.presses import journal as journal_presses
from handlers.presses import privacy as privacy_presses
from handlers.presses import requests as request_presses
from handlers.presses import settings as settings_presses
from handlers.presses.certificates import certificate as certificate_presses
from handlers.presses.certificates import verify as verify_presses
from handlers.presses.credits import function_report as report_presses
from handlers.presses.credits import why as why_presses
from handlers.presses.declarations import declare as declare_presses
from handlers.presses.paging import ChoosePage
from handlers.presses.post import reminder as reminder_presses
from handlers.presses.staff import announcing as announcing_presses
from handlers.presses.staff import certificates as certificates_presses
from handlers.presses.staff import crediting as crediting_presses
from handlers.presses.staff import exporting as export_presses
from handlers.presses.staff import inviting as inviting_presses
from handlers.presses.staff import joint as joint_presses
from handlers.presses.staff import log as log_presses
from handlers.presses.staff import members as members_presses
from handlers.presses.staff import roles as role_presses
from handlers.presses.staff.viewing import Seen
from handlers.presses.study import browse as browse_presses
from handlers.presses.study import search as search_presses
from handlers.presses.study.course import OpenCourse
from handlers.routing import Routes, letter_kinds, supplies
from handlers.screens.screen import Paper, SharedPaper
from tests.gallery.facts import NUMBER, RULES
from tests.house.source import product

WHAT = Filter(NUMBER, NUMBER, len(ACTS), LAST_DAY, NUMBER).pack()
PURPOSE = max(CertificatePurpose, key=len).value
TEXTS: dict[type[Press], Press] = {
    browse_presses.Codes: browse_presses.Codes(NUMBER, "courses"),
    browse_presses.OpenCode: browse_presses.OpenCode(NUMBER, NUMBER, "courses"),
    certificate_presses.OfPurpose: certificate_presses.OfPurpose(PURPOSE),
    certificate_presses.OwnDates: certificate_presses.OwnDates(PURPOSE),
    certificate_presses.ForPeriod: certificate_presses.ForPeriod(PURPOSE, max(Named, key=len).value),
    certificate_presses.TellMeOf: certificate_presses.TellMeOf(PURPOSE, NUMBER, True),
    **{kind: kind(PURPOSE, NUMBER, NUMBER, True) for kind in (certificate_presses.Preview, certificate_presses.Issue)},
    **{
        kind: kind(PURPOSE, NUMBER, NUMBER, True, NUMBER)
        for kind in (certificate_presses.Standing, certificate_presses.LeftOut)
    },
    report_presses.OpenReport: report_presses.OpenReport(max(Named, key=len).value),
    help_presses.AskAbout: help_presses.AskAbout(max(Topic, key=len).value, NUMBER),
    export_presses.BeginExport: export_presses.BeginExport(
        NUMBER, NUMBER, NUMBER, max(ExportKind, key=len).value, max(Encoding, key=len).value
    ),
    declare_presses.Begin: declare_presses.Begin(max(Kind, key=len).value),
    declare_presses.Ask: declare_presses.Ask(NUMBER, max(Step, key=len).value),
    declare_presses.SetKind: declare_presses.SetKind(NUMBER, max(Kind, key=len).value),
    privacy_presses.Accept: privacy_presses.Accept(RULES.privacy_notice),
    request_presses.BeginRequest: request_presses.BeginRequest(max(RequestKind, key=len).value),
    ChoosePage: ChoosePage(1, 9999, 1, log_presses.Log(WHAT, 999)),
    search_presses.TurnFound: search_presses.TurnFound(99, "字" * 16),
    search_presses.FoundOf: search_presses.FoundOf(5, 99, "字" * 15),
    journal_presses.OpenSpecial: journal_presses.OpenSpecial("2026-11-" + "s" * 20),
    settings_presses.Speak: settings_presses.Speak("ja"),
    settings_presses.PickHour: settings_presses.PickHour(max(HourOf, key=len).value),
    settings_presses.SetHour: settings_presses.SetHour(max(HourOf, key=len).value, NUMBER),
    settings_presses.Remind: settings_presses.Remind(max(Reminder, key=len).value, True),
    reminder_presses.Stop: reminder_presses.Stop(max(Reminder, key=len).value),
    verify_presses.CompareName: verify_presses.CompareName("t" * 22),
    members_presses.AskWhy: members_presses.AskWhy("give_code", NUMBER),
    members_presses.DoIt: members_presses.DoIt("give_code", NUMBER, NUMBER),
    certificates_presses.RevokeFor: certificates_presses.RevokeFor(NUMBER, NUMBER, max(Reason, key=len)),
    certificates_presses.ReplaceIssued: certificates_presses.ReplaceIssued(
        NUMBER, NUMBER, max(Reason, key=len), "f" * differing.FINGERPRINT
    ),
    crediting_presses.GrantFor: crediting_presses.GrantFor(NUMBER, max(Of, key=len)),
    crediting_presses.PickContent: crediting_presses.PickContent(NUMBER, max(Of, key=len), NUMBER),
    crediting_presses.Answer: crediting_presses.Answer(NUMBER, max(GrantStep, key=len), NUMBER),
    crediting_presses.GrantIt: crediting_presses.GrantIt(NUMBER, "f" * crediting.FINGERPRINT),
    crediting_presses.ReverseIt: crediting_presses.ReverseIt(NUMBER, NUMBER, "f" * crediting.FINGERPRINT),
    announcing_presses.ChooseBy: announcing_presses.ChooseBy(max(AudienceOf, key=len)),
    announcing_presses.BeginFor: announcing_presses.BeginFor(AudienceOf.PREFECTURE, "神奈川県"),
    announcing_presses.WriteText: announcing_presses.WriteText(NUMBER, "ja"),
    announcing_presses.SetButton: announcing_presses.SetButton(NUMBER, max(Page, key=len), NUMBER),
    announcing_presses.SendIt: announcing_presses.SendIt(NUMBER, "f" * announcement.FINGERPRINT),
    announcing_presses.GoOn: announcing_presses.GoOn(NUMBER, "f" * announcement.FINGERPRINT),
    role_presses.AskWhyRole: role_presses.AskWhyRole(NUMBER, max(Role, key=len), True),
    role_presses.ChangeRole: role_presses.ChangeRole(NUMBER, max(Role, key=len), True, NUMBER),
    inviting_presses.ChooseRole: inviting_presses.ChooseRole(max(Role, key=len)),
    joint_presses.ConfirmJoint: joint_presses.ConfirmJoint(NUMBER, "f" * FINGERPRINT),
    log_presses.Log: log_presses.Log(WHAT, NUMBER),
    log_presses.OpenEntry: log_presses.OpenEntry(WHAT, NUMBER, NUMBER),
    log_presses.LogPeople: log_presses.LogPeople(WHAT, NUMBER),
    log_presses.LogActs: log_presses.LogActs(WHAT, NUMBER),
    log_presses.LogDays: log_presses.LogDays(WHAT),
    log_presses.ExportLog: log_presses.ExportLog(WHAT),
    Seen: Seen.of(NUMBER, why_presses.OfSpecial("s" * 40)),
    why_presses.OfSpecial: why_presses.OfSpecial("s" * 40),
    why_presses.WhyList: why_presses.WhyList("declaration", NUMBER),
}
"""Of each press that carries a text, the longest that a screen makes."""


def _ours() -> dict[str, type[Press]]:
    """Every press of the product; tests may define others."""
    return {tag: kind for tag, kind in kinds().items() if kind.__module__.startswith("handlers.")}


def test_every_press_has_one_handler_and_every_handler_a_press() -> None:
    answered = set(Routes(FEATURES).presses)
    assert answered == set(_ours().values()), "each key of a button needs an On(key, …) in the ROUTES of one feature"


@pytest.mark.parametrize(
    ("base", "key", "says"),
    [
        (Press, OpenCourse, {"tag": "co"}),
        (LetterKey, ChapterDone, {"kind": "chapter", "again": True, "waits": False}),
        (Note, AwaitPeriod, {"expects": "certificate_dates"}),
        (JobKey, ApplyImport, {"kind": "apply_import", "alone": True}),
    ],
)
def test_a_key_of_another_module_can_not_take_its_tag(base: type, key: type, says: dict[str, Any]) -> None:
    """Not even if the classes have one name: a button or a row says only the tag."""
    name = key.__name__
    with pytest.raises(TypeError, match=f"is taken: {key.__module__}.{name} and elsewhere.{name} can't"):
        new_class(name, (base,), says, lambda body: body.update(__module__="elsewhere"))


def test_every_kind_of_letter_is_written_once() -> None:
    ours = {key for key in letter.kinds().values() if key.__module__.startswith("content.")}
    written = {one.key for one in letter_kinds(FEATURES)}
    assert written == ours, "each kind of letter needs a Writes(key, …) in the LETTERS of one feature"


def test_every_kind_of_letter_is_queued_by_somebody() -> None:
    """One by one, or to many at once (storage/post/rounds.py)."""
    calls = [node for source in product() for node in source.nodes if isinstance(node, ast.Call)]
    built = {ast.unparse(call.func).rpartition(".")[2] for call in calls}
    built |= {ast.unparse(call.args[0]) for call in calls if ast.unparse(call.func) == "rounds.queues"}
    ours = {key.__name__ for key in letter.kinds().values() if key.__module__.startswith("content.")}
    assert ours - built == set(), "nobody builds this key for letters.put, so the letter is never queued"


def test_every_kind_of_paper_is_supplied_once() -> None:
    every = {*Paper.__subclasses__(), *SharedPaper.__subclasses__()} - {SharedPaper}
    ours = {paper for paper in every if paper.__module__.startswith("handlers.")}
    supplied = {one.paper for one in supplies(FEATURES)}
    assert supplied == ours, "each kind of paper needs a line in the PAPERS of one feature"


def test_presses_with_a_text_are_listed() -> None:
    with_text = {kind for kind in _ours().values() if {str, Press} & set(get_type_hints(kind).values())}
    assert set(TEXTS) == with_text, "TEXTS above needs the longest key that a screen makes of each of these"


def test_the_longest_numbers_fit_and_come_back() -> None:
    for kind in _ours().values():
        for longest in _longest(kind):
            packed = longest.pack()
            assert len(packed.encode()) <= MOST_BYTES
            assert unpack(packed) == longest


def _longest(kind: type[Press]) -> list[Press]:
    if kind in TEXTS:
        return [TEXTS[kind]]
    types = get_type_hints(kind)
    return [kind(*(NUMBER if types[one.name] is int else flag for one in fields(kind))) for flag in (True, False)]
