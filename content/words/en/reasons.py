from collections.abc import Mapping
from datetime import date

from content.certificates import unlisted
from content.credits import why
from content.operator import Profile
from content.prefectures import in_english
from content.values import CertificatePurpose
from content.words.en import certificate, course, ledger, operator
from content.words.en import common as forms

_Said = tuple[str, str]
_MOST = 8  # chapters on one screen
_ASK = "If you were there, please ask the organiser."
_CLAIM = "If you were there, please claim your attendance on the training's screen."

_STATES: Mapping[type[why.Reason], str] = {
    why.EarnedOnce: "earned",
    why.BroughtBefore: "imported",
    why.MayBeBrought: "imported, perhaps",
    why.OnlySample: "sample, not counted",
    why.TakenBack: "withdrawn",
    why.ImportUndone: "import undone",
    why.CannotEarn: "no credits for this account",
    why.ChaptersLeft: "chapters to watch",
    why.TestNotTaken: "test not taken",
    why.TestUnderWay: "test in progress",
    why.TestNotPassed: "test not passed",
    why.FinishedWithoutEarning: "account couldn't earn credits",
    why.NotSubmitted: "not submitted",
    why.NotInTime: "closed",
    why.AnswersAwaited: "answers not published",
    why.MarkMissed: "below the pass mark",
    why.NoQuestions: "no questions",
    why.NotHeldYet: "upcoming",
    why.NotAttended: "no attendance on record",
    why.StillInside: "check-out not recorded yet",
    why.OneDoorOnly: "only check-in or check-out",
    why.ClaimWaiting: "claim being checked",
    why.ClaimRefused: "claim not accepted",
    why.RecordedViewing: "recording watched",
    why.NotRegistered: "waiting for the organiser",
    why.NotDeclared: "draft",
    why.DeclaredTooLate: "too late to declare",
    why.Undecided: "being checked",
    why.Declined: "not accepted",
    why.Withdrawn: "withdrawn",
    unlisted.NotUntil: "certificate from tomorrow",
    unlisted.NeverShown: "never on a certificate",
    unlisted.CertifiedElsewhere: "certified by Osaka",
    unlisted.BroughtAlong: "not on certificates here",
    unlisted.NotOfPurpose: "not for this purpose",
    unlisted.ByTrainingAlone: "counts only by training",
    unlisted.OutsidePeriod: "outside the last certificate",
    unlisted.AfterThePaper: "after the last certificate",
}


def said(reason: why.Reason, profile: Profile) -> tuple[str, str]:
    match reason:
        case why.EarnedOnce(day):
            return f"✅ Earned on {forms.day(day)}.", "The same content earns credit only once."
        case why.BroughtBefore(day, title):
            return course.brought(day, title), "The same content earns credit only once."
        case why.MayBeBrought(day, title):
            return course.may_be_brought(day, title), operator.ask(profile)
        case why.OnlySample(day):
            return (
                f"⚠️ This is a sample credit ({forms.day(day)}). It is not in any total, in the 60 or on certificates.",
                "Real credits come from courses that are not marked as samples.",
            )
        case why.TakenBack(day, told):
            return f"⚠️ Staff withdrew this credit on {forms.day(day)}. Reason: {told}", operator.ask(profile)
        case why.ImportUndone(day):
            return (
                f"⚠️ It was imported from your former record (MAMIS), and that import was undone on {forms.day(day)}.",
                operator.ask(profile),
            )
        case why.CannotEarn():
            return f"⚠️ {course.cannot_earn()}", operator.ask(profile)
    if isinstance(reason, why.CourseReason):
        return _of_course(reason, profile)
    if isinstance(reason, why.JournalReason):
        return _of_journal(reason)
    if isinstance(reason, why.TrainingReason):
        return _of_training(reason)
    if isinstance(reason, why.DeclarationReason):
        return _of_declaration(reason, profile)
    return _of_line(reason)


def state(reason: why.Reason) -> str:
    return _STATES[type(reason)]


def _of_course(reason: why.CourseReason, profile: Profile) -> _Said:
    match reason:
        case why.ChaptersLeft(chapters):
            which = ", ".join(
                f"{chapter.number} ({forms.length(chapter.seconds)} to go)" for chapter in chapters[:_MOST]
            )
            more = " and others" if len(chapters) > _MOST else ""
            return (
                f"⬜ Chapters still to watch: {which}{more}.",
                "Please watch them; skipped parts don't count.",
            )
        case why.TestNotTaken(pct):
            return "⬜ You have not taken the test.", f"Take it after completing all chapters; you need {pct}% to pass."
        case why.TestUnderWay():
            return "▶️ You have started the test.", "Continue until it is graded; your answers are saved."
        case why.TestNotPassed(pct):
            return f"⚠️ You have not passed the test ({pct}% to pass).", "Review the chapters, then take it again."
        case why.FinishedWithoutEarning(day):
            return (
                f"⚠️ On {forms.day(day)} your user ID could not earn credits.",
                f"Please ask {operator.whom(profile)} about the credit.",
            )


def _of_journal(reason: why.JournalReason) -> _Said:
    match reason:
        case why.NotSubmitted(deadline, begun):
            what = "▶️ Your answers have not been submitted." if begun else "⬜ You have not answered yet."
            return what, f"Submit by {forms.moment(deadline)}."
        case why.NotInTime(deadline, begun):
            what = "your answers had not been submitted" if begun else "you had not answered"
            return (
                f"⚠️ By the deadline, {forms.moment(deadline)}, {what}.",
                "Late answers can't be accepted. Please answer the next issue.",
            )
        case why.AnswersAwaited(at):
            return (
                "▶️ The answers have not been published yet. Your submission is saved.",
                f"You will be notified of the result and credit after {forms.moment(at)}.",
            )
        case why.MarkMissed(right, asked, pct):
            return (
                f"⚠️ {right} of {asked} correct is below the {pct}% pass mark.",
                "An issue can be answered only once. Please answer the next one.",
            )
        case why.NoQuestions():
            return "⚠️ Special issues have no questions.", "Please answer a regular issue."


def _of_training(reason: why.TrainingReason) -> _Said:
    match reason:
        case why.NotRegistered(organiser):
            return (
                f"▶️ The organiser ({organiser}) has not registered the attendance yet.",
                "Please ask the organiser when it will be. You will be notified when it is registered.",
            )
        case why.NotHeldYet(at):
            return (
                f"⬜ The training starts on {forms.moment(at)}.",
                "Please check in and check out on that day.",
            )
        case why.NotAttended(claimable):
            return "⚠️ There is no record of your attendance.", _CLAIM if claimable else _ASK
        case why.OneDoorOnly(claimable):
            return "⚠️ Only your check-in or only your check-out is recorded.", _CLAIM if claimable else _ASK
        case why.StillInside(first, last):
            return (
                "▶️ Your check-out is not recorded yet.",
                f"Please enter the check-out code between {forms.moment(first)} and {forms.time(last)}.",
            )
        case why.ClaimWaiting():
            return "▶️ Staff are checking your claim.", "You will be notified of the result in this chat."
        case why.ClaimRefused(told):
            because = f" Reason: {told}" if told else ""
            return f"⚠️ Staff could not confirm your attendance.{because}", "Please ask the organiser."
        case why.RecordedViewing():
            return (
                "⚠️ Watching the recording of a web seminar does not count as attendance.",
                "The videos that earn credits are those of the e-learning courses.",
            )


def _of_declaration(reason: why.DeclarationReason, profile: Profile) -> _Said:
    match reason:
        case why.NotDeclared(last):
            return "⬜ The declaration is still a draft.", f"Submit it by {forms.day(last)}."
        case why.DeclaredTooLate(last):
            return (
                f"⚠️ The declaration was still a draft when the deadline passed on {forms.day(last)}.",
                f"For a late declaration, please ask {profile.declarations_to.en}.",
            )
        case why.Undecided():
            return "▶️ Staff are checking the declaration.", "You will be notified of the result in this chat."
        case why.Declined(told):
            return f"⚠️ The declaration was not accepted. Reason: {told}", operator.ask(profile)
        case why.Withdrawn():
            return "⚠️ The declaration was withdrawn.", "Before the deadline, you can declare it again with /declare."


def _of_line(reason: unlisted.LineReason) -> _Said:
    match reason:
        case unlisted.NotUntil(at):
            return (
                "📄 It can be included in certificates from the day after.",
                f"You can issue one from {forms.moment(at)}.",
            )
        case unlisted.NeverShown(kind):
            return f"📄 {ledger.kind(kind)} credits do not appear on certificates.", "You can see them in /credits."
        case unlisted.CertifiedElsewhere(prefecture):
            place = in_english(prefecture)
            return (
                f"📄 Trainings held in {place} are not on this certificate.",
                f"Please ask the {place} Medical Association for a certificate.",
            )
        case unlisted.BroughtAlong(day, certifiable, since):
            return _brought_along(day, certifiable, since)
        case unlisted.NotOfPurpose(purpose):
            return (
                f"📄 A certificate for “{certificate.purpose(purpose)}” lists only what counts for it.",
                f"One for “{certificate.purpose(CertificatePurpose.GENERAL)}” lists this credit.",
            )
        case unlisted.ByTrainingAlone(codes, filings):
            numbers = ", ".join(map(str, codes))
            return (
                f"📄 For community-based comprehensive care, CC {numbers} count only when earned in trainings.",
                f"If you have filed {filings} times or more, please enter that in /fees."
                if filings
                else "Please earn these codes in trainings.",
            )
        case unlisted.OutsidePeriod(first, last):
            return (
                f"📄 It is outside your last certificate ({_period(first, last)}).",
                "Please issue one for a period that includes this day.",
            )
        case unlisted.AfterThePaper(day):
            return (
                f"📄 It was registered after your last certificate (issued {forms.day(day)}).",
                "Issue it again to include this credit.",
            )


def _brought_along(day: date, certifiable: bool, since: date | None) -> _Said:
    """The guide has such credits certified by MAMIS, and does not certify what MAMIS does not."""
    brought = (
        f"📄 It was imported from your former record (MAMIS) on {forms.day(day)}, so it is not on this certificate."
    )
    if not certifiable:
        return brought, "MAMIS does not certify it either. You can see it in /credits."
    from_day = f"Of the imported credits, only those earned from {forms.day(since)} on are. " if since else ""
    return brought, f"{from_day}Please get a certificate for it from MAMIS."


def _period(first: date, last: date) -> str:
    return f"{forms.day(first)} – {forms.day(last)}"
