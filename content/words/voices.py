"""All sentences in one language, as a value: a field for the Protocol of each feature."""

from dataclasses import dataclass

from content.titled import Titled
from content.words import (
    account,
    activating,
    activation,
    acts,
    ahead,
    announced,
    announcing,
    answering,
    attaching,
    awaited,
    browse,
    calendar,
    caring,
    certificate,
    checkin,
    claims,
    code,
    common,
    common_lectures,
    course,
    crediting,
    credits,
    declarations,
    declare,
    declare_form,
    declare_steps,
    desk,
    ending,
    erasing,
    exporting,
    fees,
    function_report,
    goal,
    grants,
    help,
    importing,
    inviting,
    issued,
    joining,
    joint,
    journal,
    kept,
    learning,
    ledger,
    linked,
    links,
    log,
    logged,
    login,
    maintenance,
    membership,
    menu,
    mydata,
    new_courses,
    noted,
    operator,
    pages,
    password,
    plan,
    practice,
    privacy,
    proving,
    quiz,
    radio,
    reasons,
    refusals,
    reminder,
    request_steps,
    requests,
    resume,
    rights,
    roles,
    search,
    settings,
    since,
    spoken,
    staff,
    start,
    table_faults,
    trainings,
    verify,
    viewing,
    watch,
    why,
    year_end,
)


@dataclass(frozen=True)
class Words:
    """All sentences in one language, by feature."""

    language: str
    common: common.Common
    refusals: refusals.Refusals
    membership: membership.Membership
    menu: menu.Menu
    new_courses: new_courses.NewCourses
    start: start.Start
    acts: acts.Acts
    ahead: ahead.AheadWords
    login: login.Login
    settings: settings.Settings
    noted: noted.NotedWords
    operator: operator.OperatorWords
    privacy: privacy.Privacy
    help: help.Help
    learning: learning.Learning
    proving: proving.Proving
    linked: linked.Linked
    links: links.LinkWords
    maintenance: maintenance.MaintenanceWords
    browse: browse.Browse
    calendar: calendar.Calendar
    caring: caring.Caring
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
    practice: practice.Practice
    resume: resume.Resume
    journal: journal.Journal
    trainings: trainings.Trainings
    verify: verify.Verify
    viewing: viewing.ViewingWords
    checkin: checkin.Checkin
    exporting: exporting.Exporting
    fees: fees.Fees
    common_lectures: common_lectures.CommonLectures
    function_report: function_report.FunctionReport
    radio: radio.Radio
    declare: declare.Declare
    declare_form: declare_form.DeclareForm
    declare_steps: declare_steps.DeclareSteps
    since: since.SinceWords
    spoken: spoken.Spoken
    staff: staff.Staff
    rights: rights.Rights
    roles: roles.Roles
    log: log.Log
    logged: logged.Logged
    inviting: inviting.Inviting
    issued: issued.IssuedWords
    ending: ending.Ending
    grants: grants.Grants
    importing: importing.Importing
    table_faults: table_faults.TableFaults
    crediting: crediting.Crediting
    account: account.Account
    joint: joint.Joint
    joining: joining.Joining
    code: code.Code
    desk: desk.Desk
    claims: claims.Claims
    why: why.Why
    year_end: year_end.YearEnd
    plan: plan.PlanWords
    awaited: awaited.Awaited
    reasons: reasons.Reasons
    declarations: declarations.Declarations
    requests: requests.Requests
    request_steps: request_steps.RequestSteps
    answering: answering.Answering
    activation: activation.Activation
    activating: activating.Activating
    announcing: announcing.Announcing
    announced: announced.Announced
    attaching: attaching.Attaching
    password: password.Password
    kept: kept.Kept
    mydata: mydata.MyData
    erasing: erasing.Erasing

    def titled(self, one: Titled) -> str:
        """The title in this language, if it has one in it."""
        return self.common.titled(one)
