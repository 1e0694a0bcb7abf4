"""Logging in and out. A wrong ID and a wrong password get the same sentence, so nobody learns which IDs exist."""

from datetime import datetime
from typing import Protocol

from content.access.passwords import Reason
from content.operator import Profile


class Login(Protocol):
    def title(self) -> str: ...

    def ask_id(self, member_no: bool, mamis_id: bool) -> tuple[str, ...]:
        """Which IDs are accepted today, and where members find them. At least one flag is true."""

    def id_unreadable(self) -> str: ...

    def again(self) -> str:
        """A button that begins the login again, with the ID."""

    def ask_password(self) -> tuple[str, ...]: ...

    def digits(self, typed: int) -> str:
        """Says that the typed ID has so many digits, while the user ID has 10."""

    def tried(self, typed: str, at: datetime) -> str:
        """Which ID was tried, if that can be said (otherwise empty), and at which second."""

    def to_forgotten(self) -> str: ...

    def wrong_title(self) -> str: ...

    def wrong(self) -> str: ...

    def forgotten(self, profile: Profile) -> str: ...

    def wait(self, seconds: int, until: datetime) -> str:
        """Too many tries failed (by this person, with this ID, or by all). The next one is allowed at `until`."""

    def delete_yourself(self) -> str:
        """The message with the password could not be deleted."""

    def new_title(self) -> str: ...

    def ask_new(self, shortest: int, minutes: int) -> tuple[str, ...]: ...

    def bad_title(self) -> str: ...

    def bad(self, reason: Reason, shortest: int) -> str: ...

    def think_again(self) -> str: ...

    def too_late(self) -> str:
        """Ten minutes are over, or the old password was used up elsewhere."""

    def welcome(self) -> str: ...

    def welcome_new(self) -> str:
        """Logged in, with the new password set."""

    def moved_here(self) -> str:
        """The session in another chat has ended."""

    def already(self, name: str) -> str: ...

    def other_account(self) -> str: ...

    def not_member_title(self) -> str: ...

    def not_member(self) -> tuple[str, ...]: ...

    def logout_title(self) -> str: ...

    def ask_logout(self) -> str: ...

    def do_logout(self) -> str: ...

    def logged_out(self) -> str: ...

    def ended_title(self) -> str: ...

    def ended(self, at: datetime, profile: Profile) -> tuple[str, ...]:
        """Told to the former chat: the member logged in elsewhere."""
