"""An entry for the phone's calendar, as iCalendar (RFC 5545) has it: facts in, the bytes of an .ics file out."""

from datetime import UTC, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

from handlers.screens.screen import CalendarPaper

_OURS = UUID("6f0c1d0e-6a41-5f3b-9c39-0d6a6d3f7c21")
_BEFORE = timedelta(days=1)


def draw(facts: CalendarPaper) -> bytes:
    """A calendar with one event, whose moments are in UTC. The same thing has the same UID every time, so that a phone
    which has the event already changes it and adds no second one.
    """
    event = Event()
    event.add("uid", str(uuid5(_OURS, facts.source)))
    event.add("dtstamp", facts.written_at.astimezone(UTC))
    event.add("dtstart", facts.starts_at.astimezone(UTC))
    event.add("dtend", facts.ends_at.astimezone(UTC))
    event.add("summary", facts.title)
    event.add("description", facts.text)
    if facts.place:
        event.add("location", facts.place)
    event.add_component(_alarm(facts))
    calendar = Calendar()
    calendar.add("prodid", "-//Tan'i//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _alarm(facts: CalendarPaper) -> Alarm:
    """The phone reminds a day before it begins."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", facts.title)
    alarm.add("trigger", -_BEFORE)
    return alarm
