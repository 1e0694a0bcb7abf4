from datetime import date

from content.words.ja import common as forms
from content.words.ja import goal


def missing_title(halves: int) -> str:
    return f"認定証（60）まで、あと{goal.points(halves)}です"


def ends(last: date) -> str:
    return f"今年度の単位は、{forms.day(last)}までに取得したものが対象です。"


def falling_title() -> str:
    return "まもなく期間から外れる単位があります"
