from content.absence import given
from content.operator import Contact, Profile, Purpose

_FOR = {
    Purpose.CHRONIC: "the filing for community-based comprehensive care",
    Purpose.PSYCHOTROPIC: "proof of training in psychotropic prescription",
    Purpose.SPECIALIST: "the renewal of a specialty",
    Purpose.FUNCTION_REPORT: "the primary care function report",
}


def whom(profile: Profile) -> str:
    return _shortly(profile, profile.help_desk)


def whom_first_about_privacy(profile: Profile) -> str:
    return _shortly(profile, profile.privacy_contact)


def _shortly(profile: Profile, desk: Contact) -> str:
    return f"{office(profile, desk)} ({_first(desk)})"


def whom_about_privacy(profile: Profile) -> str:
    contact = profile.privacy_contact
    return f"{office(profile, contact)} ({'; '.join(ways(contact))})"


def office(profile: Profile, contact: Contact) -> str:
    return f"{profile.name.en}, {contact.name.en}"


def ways(contact: Contact, *, form: bool = True) -> tuple[str, ...]:
    hours = f", {contact.hours.en}" if contact.hours else ""
    return given(
        f"Phone {contact.phone}{hours}" if contact.phone else None,
        f"Form {contact.form}" if form and contact.form else None,
        f"Email {contact.mail}" if contact.mail else None,
    )


def ask(profile: Profile) -> str:
    return f"If anything is unclear, please ask {whom(profile)}."


def paper_for(profile: Profile, purpose: Purpose) -> str | None:
    if profile.serves(purpose):
        return f"📄 For {_FOR[purpose]}, you can use this bot's certificate, issued by {profile.name.en}."
    if purpose is Purpose.CHRONIC:
        return "📄 For the filing, please use the certificate from MAMIS. This bot's certificate can't be used."
    return None


def copy_phone() -> str:
    return "Copy the desk's number"


def to_form() -> str:
    return "Open the contact form"


def _first(contact: Contact) -> str:
    if contact.phone:
        return f"phone {contact.phone}"
    return f"form {contact.form}" if contact.form else f"email {contact.mail}"
