"""Every sentence that a person reads, in Japanese and English.

A feature's sentences are one Protocol (content/words/<feature>.py) and two modules that meet it (ja/<feature>.py,
en/<feature>.py): plain functions from values to plain text, without markup. A line in ja/__init__.py and in
en/__init__.py names the module. Four lines here give it its place: the import of the Protocol, the field of Words, and
its voice in JA and in EN. mypy holds both voices to the Protocol.
"""

from dataclasses import dataclass

from content.text.languages import language_for as language_for
from content.titled import Titled
from content.words import (
    account,
    browse,
    certificate,
    checkin,
    claims,
    code,
    common,
    common_lectures,
    course,
    credits,
    declarations,
    declare,
    declare_form,
    declare_steps,
    desk,
    en,
    fees,
    function_report,
    goal,
    help,
    inviting,
    ja,
    joint,
    journal,
    learning,
    ledger,
    links,
    log,
    logged,
    login,
    maintenance,
    menu,
    noted,
    operator,
    pages,
    privacy,
    proving,
    quiz,
    radio,
    reasons,
    refusals,
    reminder,
    resume,
    rights,
    roles,
    search,
    settings,
    since,
    staff,
    start,
    trainings,
    verify,
    watch,
    why,
)


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
    noted: noted.NotedWords
    operator: operator.OperatorWords
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
    pages: pages.Pages
    watch: watch.WatchWords
    quiz: quiz.Quiz
    resume: resume.Resume
    journal: journal.Journal
    trainings: trainings.Trainings
    verify: verify.Verify
    checkin: checkin.Checkin
    fees: fees.Fees
    common_lectures: common_lectures.CommonLectures
    function_report: function_report.FunctionReport
    radio: radio.Radio
    declare: declare.Declare
    declare_form: declare_form.DeclareForm
    declare_steps: declare_steps.DeclareSteps
    since: since.SinceWords
    staff: staff.Staff
    rights: rights.Rights
    roles: roles.Roles
    log: log.Log
    logged: logged.Logged
    inviting: inviting.Inviting
    account: account.Account
    joint: joint.Joint
    code: code.Code
    desk: desk.Desk
    claims: claims.Claims
    why: why.Why
    reasons: reasons.Reasons
    declarations: declarations.Declarations

    def titled(self, one: Titled) -> str:
        """The title in this language, if it has one in it."""
        return self.common.titled(one)


JA = Words(
    language="ja",
    common=ja.common,
    refusals=ja.refusals,
    menu=ja.menu,
    start=ja.start,
    login=ja.login,
    settings=ja.settings,
    noted=ja.noted,
    operator=ja.operator,
    privacy=ja.privacy,
    help=ja.help,
    learning=ja.learning,
    proving=ja.proving,
    links=ja.links,
    maintenance=ja.maintenance,
    browse=ja.browse,
    course=ja.course,
    credits=ja.credits,
    ledger=ja.ledger,
    goal=ja.goal,
    search=ja.search,
    certificate=ja.certificate,
    reminder=ja.reminder,
    pages=ja.pages,
    watch=ja.watch,
    quiz=ja.quiz,
    resume=ja.resume,
    journal=ja.journal,
    trainings=ja.trainings,
    verify=ja.verify,
    checkin=ja.checkin,
    fees=ja.fees,
    common_lectures=ja.common_lectures,
    function_report=ja.function_report,
    radio=ja.radio,
    declare=ja.declare,
    declare_form=ja.declare_form,
    declare_steps=ja.declare_steps,
    since=ja.since,
    staff=ja.staff,
    rights=ja.rights,
    roles=ja.roles,
    log=ja.log,
    logged=ja.logged,
    inviting=ja.inviting,
    account=ja.account,
    joint=ja.joint,
    code=ja.code,
    desk=ja.desk,
    claims=ja.claims,
    why=ja.why,
    reasons=ja.reasons,
    declarations=ja.declarations,
)
EN = Words(
    language="en",
    common=en.common,
    refusals=en.refusals,
    menu=en.menu,
    start=en.start,
    login=en.login,
    settings=en.settings,
    noted=en.noted,
    operator=en.operator,
    privacy=en.privacy,
    help=en.help,
    learning=en.learning,
    proving=en.proving,
    links=en.links,
    maintenance=en.maintenance,
    browse=en.browse,
    course=en.course,
    credits=en.credits,
    ledger=en.ledger,
    goal=en.goal,
    search=en.search,
    certificate=en.certificate,
    reminder=en.reminder,
    pages=en.pages,
    watch=en.watch,
    quiz=en.quiz,
    resume=en.resume,
    journal=en.journal,
    trainings=en.trainings,
    verify=en.verify,
    checkin=en.checkin,
    fees=en.fees,
    common_lectures=en.common_lectures,
    function_report=en.function_report,
    radio=en.radio,
    declare=en.declare,
    declare_form=en.declare_form,
    declare_steps=en.declare_steps,
    since=en.since,
    staff=en.staff,
    rights=en.rights,
    roles=en.roles,
    log=en.log,
    logged=en.logged,
    inviting=en.inviting,
    account=en.account,
    joint=en.joint,
    code=en.code,
    desk=en.desk,
    claims=en.claims,
    why=en.why,
    reasons=en.reasons,
    declarations=en.declarations,
)


def speak(language: str) -> Words:
    """The words in this language ("ja" or "en")."""
    return EN if language == "en" else JA
