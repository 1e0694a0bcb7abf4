"""Every sentence that a person reads, in Japanese and English.

A feature's sentences are one Protocol (content/words/<feature>.py) and two modules that meet it (ja/<feature>.py,
en/<feature>.py): plain functions from values to plain text, without markup. mypy holds both to the Protocol here.
"""

from dataclasses import dataclass

from content.words import (
    browse,
    certificate,
    checkin,
    claims,
    common,
    course,
    credits,
    declare,
    declare_steps,
    desk,
    fees,
    goal,
    help,
    journal,
    learning,
    ledger,
    links,
    login,
    maintenance,
    menu,
    privacy,
    proving,
    quiz,
    radio,
    reasons,
    refusals,
    reminder,
    resume,
    search,
    settings,
    staff,
    start,
    trainings,
    watch,
    why,
)
from content.words.en import browse as en_browse
from content.words.en import certificate as en_certificate
from content.words.en import checkin as en_checkin
from content.words.en import claims as en_claims
from content.words.en import common as en_common
from content.words.en import course as en_course
from content.words.en import credits as en_credits
from content.words.en import declare as en_declare
from content.words.en import declare_steps as en_declare_steps
from content.words.en import desk as en_desk
from content.words.en import fees as en_fees
from content.words.en import goal as en_goal
from content.words.en import help as en_help
from content.words.en import journal as en_journal
from content.words.en import learning as en_learning
from content.words.en import ledger as en_ledger
from content.words.en import links as en_links
from content.words.en import login as en_login
from content.words.en import maintenance as en_maintenance
from content.words.en import menu as en_menu
from content.words.en import privacy as en_privacy
from content.words.en import proving as en_proving
from content.words.en import quiz as en_quiz
from content.words.en import radio as en_radio
from content.words.en import reasons as en_reasons
from content.words.en import refusals as en_refusals
from content.words.en import reminder as en_reminder
from content.words.en import resume as en_resume
from content.words.en import search as en_search
from content.words.en import settings as en_settings
from content.words.en import staff as en_staff
from content.words.en import start as en_start
from content.words.en import trainings as en_trainings
from content.words.en import watch as en_watch
from content.words.en import why as en_why
from content.words.ja import browse as ja_browse
from content.words.ja import certificate as ja_certificate
from content.words.ja import checkin as ja_checkin
from content.words.ja import claims as ja_claims
from content.words.ja import common as ja_common
from content.words.ja import course as ja_course
from content.words.ja import credits as ja_credits
from content.words.ja import declare as ja_declare
from content.words.ja import declare_steps as ja_declare_steps
from content.words.ja import desk as ja_desk
from content.words.ja import fees as ja_fees
from content.words.ja import goal as ja_goal
from content.words.ja import help as ja_help
from content.words.ja import journal as ja_journal
from content.words.ja import learning as ja_learning
from content.words.ja import ledger as ja_ledger
from content.words.ja import links as ja_links
from content.words.ja import login as ja_login
from content.words.ja import maintenance as ja_maintenance
from content.words.ja import menu as ja_menu
from content.words.ja import privacy as ja_privacy
from content.words.ja import proving as ja_proving
from content.words.ja import quiz as ja_quiz
from content.words.ja import radio as ja_radio
from content.words.ja import reasons as ja_reasons
from content.words.ja import refusals as ja_refusals
from content.words.ja import reminder as ja_reminder
from content.words.ja import resume as ja_resume
from content.words.ja import search as ja_search
from content.words.ja import settings as ja_settings
from content.words.ja import staff as ja_staff
from content.words.ja import start as ja_start
from content.words.ja import trainings as ja_trainings
from content.words.ja import watch as ja_watch
from content.words.ja import why as ja_why


@dataclass(frozen=True)
class Words:
    """All sentences in one language, by feature."""

    language: str
    common: common.Common
    refusals: refusals.Refusals
    menu: menu.Menu
    start: start.Start
    login: login.Login
    settings: settings.Settings
    privacy: privacy.Privacy
    help: help.Help
    learning: learning.Learning
    proving: proving.Proving
    links: links.LinkWords
    maintenance: maintenance.MaintenanceWords
    browse: browse.Browse
    course: course.Course
    credits: credits.Credits
    ledger: ledger.Ledger
    goal: goal.Goal
    search: search.Search
    certificate: certificate.Certificate
    reminder: reminder.Reminder
    watch: watch.WatchWords
    quiz: quiz.Quiz
    resume: resume.Resume
    journal: journal.Journal
    trainings: trainings.Trainings
    checkin: checkin.Checkin
    fees: fees.Fees
    radio: radio.Radio
    declare: declare.Declare
    declare_steps: declare_steps.DeclareSteps
    staff: staff.Staff
    desk: desk.Desk
    claims: claims.Claims
    why: why.Why
    reasons: reasons.Reasons


JA = Words(
    language="ja",
    common=ja_common,
    refusals=ja_refusals,
    menu=ja_menu,
    start=ja_start,
    login=ja_login,
    settings=ja_settings,
    privacy=ja_privacy,
    help=ja_help,
    learning=ja_learning,
    proving=ja_proving,
    links=ja_links,
    maintenance=ja_maintenance,
    browse=ja_browse,
    course=ja_course,
    credits=ja_credits,
    ledger=ja_ledger,
    goal=ja_goal,
    search=ja_search,
    certificate=ja_certificate,
    reminder=ja_reminder,
    watch=ja_watch,
    quiz=ja_quiz,
    resume=ja_resume,
    journal=ja_journal,
    trainings=ja_trainings,
    checkin=ja_checkin,
    fees=ja_fees,
    radio=ja_radio,
    declare=ja_declare,
    declare_steps=ja_declare_steps,
    staff=ja_staff,
    desk=ja_desk,
    claims=ja_claims,
    why=ja_why,
    reasons=ja_reasons,
)
EN = Words(
    language="en",
    common=en_common,
    refusals=en_refusals,
    menu=en_menu,
    start=en_start,
    login=en_login,
    settings=en_settings,
    privacy=en_privacy,
    help=en_help,
    learning=en_learning,
    proving=en_proving,
    links=en_links,
    maintenance=en_maintenance,
    browse=en_browse,
    course=en_course,
    credits=en_credits,
    ledger=en_ledger,
    goal=en_goal,
    search=en_search,
    certificate=en_certificate,
    reminder=en_reminder,
    watch=en_watch,
    quiz=en_quiz,
    resume=en_resume,
    journal=en_journal,
    trainings=en_trainings,
    checkin=en_checkin,
    fees=en_fees,
    radio=en_radio,
    declare=en_declare,
    declare_steps=en_declare_steps,
    staff=en_staff,
    desk=en_desk,
    claims=en_claims,
    why=en_why,
    reasons=en_reasons,
)


def speak(language: str) -> Words:
    """The words for a language of ours ("ja", "en")."""
    return EN if language == "en" else JA


def language_for(client: str) -> str:
    """The language to begin with for a Telegram client set to this one; an unknown setting is taken for Japanese."""
    return "ja" if not client or client.lower().startswith("ja") else "en"
