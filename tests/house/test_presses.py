"""Every button's key has one handler, fits into 64 bytes whatever it carries, and is read back as it was written."""

import ast
from dataclasses import fields
from typing import get_type_hints

from content.declaring import Kind, Step
from content.guide import Topic
from content.keys import letter
from content.staff.joint import FINGERPRINT
from content.staff.logged import ACTS, LAST_DAY, Filter
from content.staff.rights import Role
from content.text.periods import Named
from handlers.features import FEATURES
from handlers.press import MOST_BYTES, Press, kinds, unpack
from handlers.presses import browse as browse_presses
from handlers.presses import certificate as certificate_presses
from handlers.presses import declare as declare_presses
from handlers.presses import function_report as report_presses
from handlers.presses import help as help_presses
from handlers.presses import privacy as privacy_presses
from handlers.presses import search as search_presses
from handlers.presses import settings as settings_presses
from handlers.presses import why as why_presses
from handlers.presses.staff import joint as joint_presses
from handlers.presses.staff import log as log_presses
from handlers.presses.staff import members as members_presses
from handlers.presses.staff import roles as role_presses
from handlers.routing import Routes, letter_kinds, supplies
from handlers.screens.screen import Paper
from tests.gallery.facts import NUMBER, RULES
from tests.house.source import product

WHAT = Filter(NUMBER, NUMBER, len(ACTS), LAST_DAY, NUMBER).pack()
TEXTS: dict[type[Press], Press] = {
    browse_presses.Codes: browse_presses.Codes(NUMBER, "courses"),
    browse_presses.OpenCode: browse_presses.OpenCode(NUMBER, NUMBER, "courses"),
    certificate_presses.ForPeriod: certificate_presses.ForPeriod(max(Named, key=len).value),
    report_presses.OpenReport: report_presses.OpenReport(max(Named, key=len).value),
    help_presses.AskAbout: help_presses.AskAbout(max(Topic, key=len).value, NUMBER),
    declare_presses.Begin: declare_presses.Begin(max(Kind, key=len).value),
    declare_presses.Ask: declare_presses.Ask(NUMBER, max(Step, key=len).value),
    declare_presses.SetKind: declare_presses.SetKind(NUMBER, max(Kind, key=len).value),
    privacy_presses.Accept: privacy_presses.Accept(RULES.privacy_notice),
    search_presses.TurnFound: search_presses.TurnFound(99, "字" * 19),
    settings_presses.Speak: settings_presses.Speak("ja"),
    members_presses.AskWhy: members_presses.AskWhy("give_code", NUMBER),
    members_presses.DoIt: members_presses.DoIt("give_code", NUMBER, NUMBER),
    role_presses.AskWhyRole: role_presses.AskWhyRole(NUMBER, max(Role, key=len), True),
    role_presses.ChangeRole: role_presses.ChangeRole(NUMBER, max(Role, key=len), True, NUMBER),
    joint_presses.ConfirmJoint: joint_presses.ConfirmJoint(NUMBER, "f" * FINGERPRINT),
    log_presses.Log: log_presses.Log(WHAT, NUMBER),
    log_presses.OpenEntry: log_presses.OpenEntry(WHAT, NUMBER, NUMBER),
    log_presses.LogPeople: log_presses.LogPeople(WHAT, NUMBER),
    log_presses.LogActs: log_presses.LogActs(WHAT, NUMBER),
    log_presses.LogDays: log_presses.LogDays(WHAT),
    log_presses.ExportLog: log_presses.ExportLog(WHAT),
    why_presses.OfSpecial: why_presses.OfSpecial("s" * 40),
    why_presses.WhyList: why_presses.WhyList("declaration", NUMBER),
}
"""Of each press that carries a text, the longest that a screen makes."""


def _ours() -> dict[str, type[Press]]:
    """Every press of the product; tests may define others."""
    return {tag: kind for tag, kind in kinds().items() if kind.__module__.startswith("handlers.")}


def test_every_press_has_one_handler_and_every_handler_a_press() -> None:
    assert set(Routes(FEATURES).presses) == set(_ours().values())


def test_every_kind_of_letter_is_written_once() -> None:
    ours = {key for key in letter.kinds().values() if key.__module__.startswith("content.")}
    assert {one.key for one in letter_kinds(FEATURES)} == ours


def test_every_kind_of_letter_is_queued_by_somebody() -> None:
    calls = (node for source in product() for node in ast.walk(source.tree) if isinstance(node, ast.Call))
    built = {ast.unparse(call.func).rpartition(".")[2] for call in calls}
    ours = {key.__name__ for key in letter.kinds().values() if key.__module__.startswith("content.")}
    assert ours - built == set(), "no storage or handler builds this key, so the letter is never put"


def test_every_kind_of_paper_is_supplied_once() -> None:
    ours = {paper for paper in Paper.__subclasses__() if paper.__module__.startswith("handlers.")}
    assert {one.paper for one in supplies(FEATURES)} == ours


def test_presses_with_a_text_are_listed() -> None:
    assert set(TEXTS) == {kind for kind in _ours().values() if str in get_type_hints(kind).values()}


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
