from collections.abc import Mapping
from datetime import date

from content import why
from content.words.en import common as forms
from content.words.en import course, ledger

_Said = tuple[str, str]
_MOST = 8  # chapters on one screen
_ASK = "If you were there, please ask the organiser."
_CLAIM = "If you were there, please say so on the training's screen."

_STATES: Mapping[type[why.Reason], str] = {
    why.EarnedOnce: "earned",
    why.TakenBack: "taken back",
    why.CannotEarn: "no credits for this account",
    why.ChaptersLeft: "chapters to watch",
    why.TestNotTaken: "test not taken",
    why.TestUnderWay: "test under way",
    why.TestNotPassed: "test not passed",
    why.FinishedWithoutEarning: "account could not earn",
    why.NotSubmitted: "not submitted",
    why.NotInTime: "closed",
    why.AnswersAwaited: "answers not published",
    why.MarkMissed: "mark not reached",
    why.NoQuestions: "no questions",
    why.NotHeldYet: "upcoming",
    why.NotAttended: "no attendance on record",
    why.StillInside: "check-out not recorded yet",
    why.OneDoorOnly: "only check-in or check-out",
    why.ClaimWaiting: "claim being checked",
    why.ClaimRefused: "claim not accepted",
    why.RecordedViewing: "a recording",
    why.NotRegistered: "waiting for the organiser",
    why.NotDeclared: "draft",
    why.DeclaredTooLate: "too late to declare",
    why.Undecided: "being checked",
    why.Declined: "not accepted",
    why.Withdrawn: "withdrawn",
    why.NotUntil: "certificate from tomorrow",
    why.NeverShown: "never on a certificate",
    why.CertifiedElsewhere: "certified by Osaka",
    why.OutsidePeriod: "outside the last certificate",
    why.AfterThePaper: "after the last certificate",
}
_PLACES = {"大阪府": "Osaka"}


def said(reason: why.Reason) -> tuple[str, str]:
    match reason:
        case why.EarnedOnce(day):
            return f"✅ Earned on {forms.day(day)}.", "The same content brings a credit only once."
        case why.TakenBack(day, told):
            return (
                f"⚠️ Staff took this credit back on {forms.day(day)}. Reason: {told}",
                "If anything is unclear, please ask the Japan Medical Association.",
            )
        case why.CannotEarn():
            return f"⚠️ {course.cannot_earn()}", "Please ask the Japan Medical Association about your user ID."
    if isinstance(reason, why.CourseReason):
        return _of_course(reason)
    if isinstance(reason, why.JournalReason):
        return _of_journal(reason)
    if isinstance(reason, why.TrainingReason):
        return _of_training(reason)
    if isinstance(reason, why.DeclarationReason):
        return _of_declaration(reason)
    return _of_line(reason)


def state(reason: why.Reason) -> str:
    return _STATES[type(reason)]


def _of_course(reason: why.CourseReason) -> _Said:
    match reason:
        case why.ChaptersLeft(chapters):
            which = ", ".join(
                f"{chapter.number} ({forms.length(chapter.seconds)} to go)" for chapter in chapters[:_MOST]
            )
            more = " and others" if len(chapters) > _MOST else ""
            return (
                f"⬜ Chapters still to watch: {which}{more}.",
                "Watch them to the end; what is skipped does not count.",
            )
        case why.TestNotTaken(pct):
            return "⬜ The test has not been taken.", f"Take it after all chapters; {pct}% right answers pass."
        case why.TestUnderWay():
            return "▶️ The test is under way.", "Go on until it is graded; your answers are saved."
        case why.TestNotPassed(pct):
            return f"⚠️ The test is not passed ({pct}% passes).", "Look at the chapters again, then take it once more."
        case why.FinishedWithoutEarning(day):
            return (
                f"⚠️ On {forms.day(day)} your account was one that cannot earn credits.",
                "Please ask the Japan Medical Association to register the credit.",
            )


def _of_journal(reason: why.JournalReason) -> _Said:
    match reason:
        case why.NotSubmitted(deadline, begun):
            what = "▶️ Your answers are not submitted." if begun else "⬜ Nothing is answered yet."
            return what, f"Submit by {forms.moment(deadline)}."
        case why.NotInTime(deadline, begun):
            what = "your answers were not submitted" if begun else "nothing was answered"
            return (
                f"⚠️ By the deadline, {forms.moment(deadline)}, {what}.",
                "Nothing is taken after the deadline. Please answer the next issue.",
            )
        case why.AnswersAwaited(at):
            return (
                "▶️ The answers are not published yet. What you submitted is saved.",
                f"You will be told the result and the credit after {forms.moment(at)}.",
            )
        case why.MarkMissed(right, asked, pct):
            return (
                f"⚠️ {right} of {asked} right did not reach {pct}%.",
                "An issue can be answered only once. Please answer the next one.",
            )
        case why.NoQuestions():
            return "⚠️ Special issues have no questions.", "Please answer those of a regular issue."


def _of_training(reason: why.TrainingReason) -> _Said:
    match reason:
        case why.NotRegistered(organiser):
            return (
                f"▶️ The organiser ({organiser}) has not registered the attendance yet.",
                "Please ask the organiser when it will be. You will be told when it is registered.",
            )
        case why.NotHeldYet(at):
            return (
                f"⬜ The training begins on {forms.moment(at)}.",
                "Please check in and check out on that day.",
            )
        case why.NotAttended(claimable):
            return "⚠️ There is no record that you were there.", _CLAIM if claimable else _ASK
        case why.OneDoorOnly(claimable):
            return "⚠️ Only your check-in or only your check-out is recorded.", _CLAIM if claimable else _ASK
        case why.StillInside(first, last):
            return (
                "▶️ Your check-out is not recorded yet.",
                f"Please enter the check-out code between {forms.moment(first)} and {forms.time(last)}.",
            )
        case why.ClaimWaiting():
            return "▶️ Staff are checking your claim.", "You will be told the outcome in this chat."
        case why.ClaimRefused(told):
            because = f" Reason: {told}" if told else ""
            return f"⚠️ Your claim was not accepted as attendance.{because}", "Please ask the organiser."
        case why.RecordedViewing():
            return (
                "⚠️ Watching the recording of a web seminar does not count as attendance.",
                "The videos that earn credits are those of the e-learning courses.",
            )


def _of_declaration(reason: why.DeclarationReason) -> _Said:
    match reason:
        case why.NotDeclared(last):
            return "⬜ The declaration is a draft and not submitted.", f"Submit it by {forms.day(last)}."
        case why.DeclaredTooLate(last):
            return (
                f"⚠️ The declaration was still a draft when its time ended on {forms.day(last)}.",
                "Please ask your local medical association about a late declaration.",
            )
        case why.Undecided():
            return "▶️ Staff are checking the declaration.", "You will be told the outcome in this chat."
        case why.Declined(told):
            return f"⚠️ The declaration was not accepted. Reason: {told}", "If anything is unclear, please ask staff."
        case why.Withdrawn():
            return "⚠️ The declaration is withdrawn.", "While there is time, declare again with /declare."


def _of_line(reason: why.LineReason) -> _Said:
    match reason:
        case why.NotUntil(at):
            return "📄 It appears on certificates from the day after.", f"Please have one made from {forms.moment(at)}."
        case why.NeverShown(kind):
            return f"📄 {ledger.kind(kind)}: such credits are never on a certificate.", "See them with /credits."
        case why.CertifiedElsewhere(prefecture):
            place = _PLACES.get(prefecture, prefecture)
            return (
                f"📄 Trainings held in {place} are not on this certificate.",
                f"Please ask the medical association of {place} for the certificate.",
            )
        case why.OutsidePeriod(first, last):
            return (
                f"📄 It is outside your last certificate ({_period(first, last)}).",
                "Please have one made for a period that includes this day.",
            )
        case why.AfterThePaper(day):
            return (
                f"📄 It was registered after your last certificate, made on {forms.day(day)}.",
                "Please have it made once more.",
            )


def _period(first: date, last: date) -> str:
    return f"{forms.day(first)} – {forms.day(last)}"
