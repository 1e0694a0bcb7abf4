"""The published contents that a text may mean, of those that can be granted."""

from content.staff.crediting import Content, Of
from content.text.finding import search
from content.text.wanted import holds, words_of
from content.words import EN, JA
from handlers.screens.staff.crediting import content_title
from handlers.turn import StaffTurn
from storage.staff import crediting


def named(turn: StaffTurn, of: Of, text: str) -> list[Content]:
    """The contents of this kind that a text may mean."""
    if of is Of.COURSE:
        every = {one.course.slug: one for one in crediting.of_courses(turn.session)}
        found = search(text, [one.course for one in every.values()])
        return [crediting.as_content(every[hit.course.slug], turn.rules) for hit in found.hits if not found.near]
    if of is Of.TRAINING:
        return list(crediting.of_trainings(turn.session, text, turn.now, turn.rules))
    number, said = text.removeprefix("CC").strip(), words_of(text)
    return [
        one
        for one in crediting.of_issues(turn.session, turn.now, turn.rules)
        if one.source.endswith(f":{text}")
        or number == str(one.code)
        or holds(said, [content_title(one, words) for words in (JA, EN)])
    ]
