"""The published contents that a text may mean, of those that can be granted."""

from content.staff.crediting import Content, Of
from content.text.finding import find
from content.text.folding import fold
from content.words import EN, JA
from handlers.screens.staff.crediting import content_title
from handlers.turn import StaffTurn
from storage.staff import crediting


def named(turn: StaffTurn, of: Of, text: str) -> list[Content]:
    """The contents of this kind that a text may mean."""
    if of is Of.COURSE:
        every = {one.course.slug: one for one in crediting.of_courses(turn.session)}
        hits = find(text, [one.course for one in every.values()])
        return [crediting.as_content(every[hit.course.slug], turn.rules) for hit in hits]
    if of is Of.TRAINING:
        return list(crediting.of_trainings(turn.session, text, turn.now, turn.rules))
    number, folded = text.removeprefix("CC").strip(), fold(text)
    return [
        one
        for one in crediting.of_issues(turn.session, turn.now, turn.rules)
        if one.source.endswith(f":{text}")
        or number == str(one.code)
        or (folded and any(folded in fold(content_title(one, words)) for words in (JA, EN)))
    ]
