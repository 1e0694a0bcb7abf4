from datetime import datetime

from content.attendance.training import Training
from content.prefectures import in_english
from content.rules import day_of
from content.words.en import awaited, trainings
from content.words.en import common as forms


def to_calendar() -> str:
    return "Add to calendar"


def on_its_way() -> str:
    return "The calendar file is being sent."


def caption() -> str:
    return "Open the file to add the entry to your calendar. The entry does not change if the date or the content does."


def reminded(sentence: str) -> str:
    return f"{sentence} If you don't want that, tap “{awaited.to_take_back()}” on the training."


def file_name(at: datetime) -> str:
    return f"entry_{day_of(at):%Y-%m-%d}.ics"


def place(training: Training) -> str:
    return f"{in_english(training.prefecture)}, {trainings.form(training.form)}"


def doors(entry: datetime, leaving: datetime) -> str:
    return (
        f"Enter the code shown in the room twice: when you come (from {forms.time(entry)}) "
        f"and when you leave (from {forms.time(leaving)})."
    )


def deadline(name: str) -> str:
    return f"Deadline: {name}"


def submit() -> str:
    return "Only answers submitted by the deadline are marked."
