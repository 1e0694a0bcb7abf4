"""The keys of the buttons with which staff write announcements, send them and stop them."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Announcements(Press, tag="aa"):
    """A page of the list."""

    page: int


@dataclass(frozen=True)
class NewAnnouncement(Press, tag="ab"):
    """Begin one: by what is the audience chosen?"""


@dataclass(frozen=True)
class ChooseBy(Press, tag="ac"):
    """Choose the audience by this (content.announcing.announcement.Of)."""

    of: str


@dataclass(frozen=True)
class PickCourse(Press, tag="ad"):
    """A page of the courses, to choose an audience by."""

    page: int


@dataclass(frozen=True)
class BeginFor(Press, tag="ae"):
    """Begin a draft for this audience."""

    of: str
    value: str


@dataclass(frozen=True)
class OpenAnnouncement(Press, tag="af"):
    announcement: int


@dataclass(frozen=True)
class WriteText(Press, tag="ag"):
    """Type the text in this language anew."""

    announcement: int
    language: str


@dataclass(frozen=True)
class ChooseButton(Press, tag="ah"):
    """Which button goes with it?"""

    announcement: int


@dataclass(frozen=True)
class ChooseButtonCourse(Press, tag="ai"):
    """A page of the courses that the button can open."""

    announcement: int
    page: int


@dataclass(frozen=True)
class SetButton(Press, tag="aj"):
    """The button opens this page (content.announcing.announcement.Page) or this course. Without both there is none."""

    announcement: int
    page: str
    course: int


@dataclass(frozen=True)
class AskFile(Press, tag="ay"):
    """Which picture or PDF goes with it?"""

    announcement: int


@dataclass(frozen=True)
class RemoveFile(Press, tag="az"):
    """No file goes with it."""

    announcement: int


@dataclass(frozen=True)
class AskMoment(Press, tag="ak"):
    """When is it to go?"""

    announcement: int


@dataclass(frozen=True)
class AtOnce(Press, tag="al"):
    """It is to go at once."""

    announcement: int


@dataclass(frozen=True)
class Preview(Press, tag="am"):
    """Show it exactly as it is delivered, in both languages."""

    announcement: int


@dataclass(frozen=True)
class Trial(Press, tag="an"):
    """Deliver it to who asks for this, in both languages."""

    announcement: int


@dataclass(frozen=True)
class CountAnew(Press, tag="ao"):
    """Count its audience once more."""

    announcement: int


@dataclass(frozen=True)
class AskRemoveDraft(Press, tag="ap"):
    announcement: int


@dataclass(frozen=True)
class RemoveDraft(Press, tag="aq"):
    announcement: int


@dataclass(frozen=True)
class AskSend(Press, tag="ar"):
    """Show what is about to be sent, to whom and when."""

    announcement: int


@dataclass(frozen=True)
class SendIt(Press, tag="as"):
    """Send what was shown, by its fingerprint."""

    announcement: int
    shown: str


@dataclass(frozen=True)
class Pause(Press, tag="at"):
    announcement: int


@dataclass(frozen=True)
class GoOn(Press, tag="au"):
    """Let what was shown go on, by its fingerprint."""

    announcement: int
    shown: str


@dataclass(frozen=True)
class Unknowns(Press, tag="ax"):
    """A page of the people for whom nobody knows whether it reached them."""

    announcement: int
    page: int


@dataclass(frozen=True)
class AskCancel(Press, tag="av"):
    announcement: int


@dataclass(frozen=True)
class Cancel(Press, tag="aw"):
    announcement: int
