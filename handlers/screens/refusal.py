"""A refusal as a screen: what happened, what is kept, what to do now."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from content import curriculum, refusals
from content.absence import given
from content.words import Words
from handlers.presses.start import LogIn
from handlers.screens.screen import Button, Screen, plain, row, toast

_SENTENCES: dict[type[refusals.Refusal], Callable[[Words, Any], str]] = {
    refusals.NotLoggedIn: lambda words, _: words.refusals.not_logged_in(),
    refusals.NotAMember: lambda words, _: words.refusals.not_a_member(),
    refusals.NotUnderstood: lambda words, _: words.refusals.not_understood(),
    refusals.StaleButton: lambda words, _: words.refusals.stale_button(),
    refusals.OnlyLooking: lambda words, _: words.refusals.only_looking(),
    refusals.NotText: lambda words, _: words.refusals.not_text(),
    refusals.EditNotRead: lambda words, _: words.refusals.edit_not_read(),
    refusals.StillChecking: lambda words, _: words.refusals.still_checking(),
    refusals.AnswerTooLate: lambda words, _: words.refusals.answer_too_late(),
    refusals.RestOfText: lambda words, _: words.refusals.rest_of_text(),
    refusals.FileTooBig: lambda words, _: words.refusals.file_too_big(),
    refusals.NotSaved: lambda words, _: words.refusals.file_not_fetched(),
    refusals.TooFast: lambda words, _: words.refusals.too_fast(),
    refusals.TooBusy: lambda words, _: words.refusals.too_busy(),
    refusals.NotHere: lambda words, _: words.refusals.not_here(),
    refusals.NoSuchCode: lambda words, _: words.refusals.no_such_code(),
    refusals.NoSuchCourse: lambda words, _: words.refusals.no_such_course(),
    refusals.NoSuchTraining: lambda words, _: words.refusals.no_such_training(),
    refusals.NoSuchDeclaration: lambda words, _: words.refusals.no_such_declaration(),
    refusals.TooManyDrafts: lambda words, no: words.refusals.too_many_drafts(no.most),
    refusals.TooManySubmitted: lambda words, no: words.refusals.too_many_submitted(no.most),
    refusals.NoSuchRequest: lambda words, _: words.refusals.no_such_request(),
    refusals.TooManyRequests: lambda words, no: words.refusals.too_many_requests(no.most),
    refusals.TooManyMessages: lambda words, no: words.refusals.too_many_messages(no.most),
    refusals.NoSuchBroadcast: lambda words, _: words.refusals.no_such_broadcast(),
    refusals.NoCourses: lambda words, no: words.refusals.no_courses_here(no.code, _name(words, no.code)),
    refusals.ChaptersMissing: lambda words, no: words.refusals.chapters_missing(no.chapters),
    refusals.RetakeLater: lambda words, no: words.refusals.retake_later(no.at),
    refusals.NoMoreTests: lambda words, _: words.refusals.no_more_tests(),
    refusals.PracticeClosed: lambda words, no: words.refusals.practice_closed(no.why),
    refusals.NothingToCertify: lambda words, _: words.refusals.nothing_to_certify(),
    refusals.TooManyCertificates: lambda words, no: words.refusals.too_many_certificates(no.most),
    refusals.NoSuchIssue: lambda words, _: words.refusals.no_such_issue(),
    refusals.JournalClosed: lambda words, no: words.refusals.journal_closed(no.deadline),
    refusals.AnswersNotPublished: lambda words, no: words.refusals.answers_not_published(no.at),
    refusals.BadPeriod: lambda words, no: words.refusals.bad_period(no.slip),
    refusals.BeforeProgramme: lambda words, no: words.refusals.before_programme(no.began),
}


def kinds() -> frozenset[type[refusals.Refusal]]:
    """Every refusal that has a sentence."""
    return frozenset(_SENTENCES)


def sentence(refusal: refusals.Refusal, words: Words) -> str:
    """The reason, in plain text."""
    return _SENTENCES[type(refusal)](words, refusal)


def said(refusal: refusals.Refusal, words: Words) -> Screen:
    """The answer to a message. If only the login is missing, it has the way to it."""
    log_in = row(Button(words.common.to_login(), LogIn())) if isinstance(refusal, refusals.NotLoggedIn) else None
    return Screen(plain(sentence(refusal, words)), given(log_in), subject=f"refused:{type(refusal).__name__}")


def too_late(screen: Screen, words: Words) -> Screen:
    """What a text was taken for that came too late to be the answer that the chat awaited; it says so below."""
    return replace(screen, text=f"{screen.text}\n\n{plain(words.refusals.answer_too_late())}")


def pressed(refusal: refusals.Refusal, words: Words) -> Screen:
    """The answer to a press: an alert, and the message stays as it is. An alert holds 200 characters; every sentence is
    shorter.
    """
    return Screen("", toast=sentence(refusal, words), alert=True)


def pressed_again(words: Words) -> Screen:
    """The answer to a press that was answered a moment ago."""
    return toast(words.refusals.pressed_again())


def _name(words: Words, code: int) -> str:
    return curriculum.load().code(code).text(words.language)
