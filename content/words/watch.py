"""The sentences of the watch page. Sentences with figures are templates, because the page fills in its own figures."""

from typing import Protocol


class WatchWords(Protocol):
    """Arguments go into the sentence unchanged: they are formatted figures, or placeholders that the page fills."""

    def chapter(self, number: str, title: str) -> str: ...

    def progress(self, watched: str, total: str, left: str) -> str:
        """視聴済 6分12秒 / 10分5秒　あと3分53秒"""

    def progress_complete(self, watched: str, total: str) -> str: ...

    def seconds(self, seconds: str) -> str:
        """A length under a minute: 12秒"""

    def minutes(self, minutes: str, seconds: str) -> str:
        """10分5秒"""

    def skipping(self) -> str:
        """The quiet line that says: skipped parts do not count as watched."""

    def complete(self) -> str:
        """受講済. The page draws the ✅ itself, because a browser may have no font for it."""

    def next_chapter(self) -> str: ...

    def next_in(self, seconds: str) -> str:
        """The button of the next chapter while the seconds run after which it begins by itself."""

    def following(self, seconds: str) -> str:
        """The same for screen readers, said once."""

    def stay(self) -> str:
        """Stops that."""

    def to_gap(self, start: str, end: str) -> str:
        """The film has ended, and this stretch of it is missing: plays from there."""

    def all_done(self) -> str: ...

    def to_test(self) -> str:
        """Leads back to the chat, where the course's card has the test first."""

    def recording(self) -> str:
        """Played seconds are on their way to the record."""

    def course_progress(self, done: str, chapters: str) -> str:
        """How many chapters of the course are 受講済."""

    def to_chat(self) -> str: ...

    def in_browser(self) -> str: ...

    def no_credit(self) -> str:
        """The sentence for an account that can't earn credits."""

    def missing(self) -> str:
        """The heading of the list of missing stretches."""

    def missing_stretch(self, start: str, end: str) -> str:
        """What the button of a missing stretch does, for screen readers."""

    def more_missing(self, number: str) -> str: ...

    def player(self) -> str: ...

    def speed(self) -> str: ...

    def speed_limit(self, speed: str) -> str: ...

    def loading(self) -> str: ...

    def waiting(self) -> str:
        """The connection is lost, but the film goes on."""

    def waiting_long(self) -> str:
        """The connection has been lost for longer than the server counts between two beats."""

    def sending(self) -> str:
        """The seconds played without a connection are being credited."""

    def taken_over(self) -> str: ...

    def continue_here(self) -> str: ...

    def expired_title(self) -> str: ...

    def expired(self) -> str: ...

    def refused_title(self) -> str: ...

    def refused(self) -> str: ...

    def unreachable_title(self) -> str: ...

    def unreachable(self) -> str: ...

    def unplayable(self) -> str: ...

    def again(self) -> str: ...

    def no_script(self) -> str: ...


def for_page(words: WatchWords) -> dict[str, str]:
    """Every sentence by its name. The page replaces the {placeholders} by its figures."""
    return {
        "chapter": words.chapter("{number}", "{title}"),
        "progress": words.progress("{watched}", "{total}", "{left}"),
        "progress_complete": words.progress_complete("{watched}", "{total}"),
        "seconds": words.seconds("{seconds}"),
        "minutes": words.minutes("{minutes}", "{seconds}"),
        "missing_stretch": words.missing_stretch("{start}", "{end}"),
        "more_missing": words.more_missing("{number}"),
        "speed_limit": words.speed_limit("{speed}"),
        "next_in": words.next_in("{seconds}"),
        "following": words.following("{seconds}"),
        "to_gap": words.to_gap("{start}", "{end}"),
        "course_progress": words.course_progress("{done}", "{chapters}"),
        **_sentences(words),
        **_troubles(words),
    }


def _sentences(words: WatchWords) -> dict[str, str]:
    return {
        "skipping": words.skipping(),
        "complete": words.complete(),
        "next_chapter": words.next_chapter(),
        "stay": words.stay(),
        "all_done": words.all_done(),
        "to_test": words.to_test(),
        "recording": words.recording(),
        "to_chat": words.to_chat(),
        "in_browser": words.in_browser(),
        "no_credit": words.no_credit(),
        "missing": words.missing(),
        "player": words.player(),
        "speed": words.speed(),
        "loading": words.loading(),
        "no_script": words.no_script(),
    }


def _troubles(words: WatchWords) -> dict[str, str]:
    return {
        "waiting": words.waiting(),
        "waiting_long": words.waiting_long(),
        "sending": words.sending(),
        "taken_over": words.taken_over(),
        "continue_here": words.continue_here(),
        "expired_title": words.expired_title(),
        "expired": words.expired(),
        "refused_title": words.refused_title(),
        "refused": words.refused(),
        "unreachable_title": words.unreachable_title(),
        "unreachable": words.unreachable(),
        "unplayable": words.unplayable(),
        "again": words.again(),
    }
