"""The shape of course.yaml, part by part. `checks` finds contradictions between parts."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import ErrorDetails, PydanticCustomError

from content import curriculum
from content.credits.common_lectures import is_official
from content.package import reasons
from content.package.faults import Loc
from content.text.folding import is_reading
from content.text.printing import named, uncovered

TITLE_WIDTH = 60
QUESTION_TEXT = 1500
MIME = {".mp4": "video/mp4", ".webm": "video/webm", ".m3u8": "application/vnd.apple.mpegurl"}
_ADDRESS = r"https://[^\s/@]+/\S+"
_FILE = r"[A-Za-z0-9._/-]{1,100}"
_LENGTH = re.compile(r"(?:([0-9]{1,2})時間)?(?:([0-9]{1,3})分)?(?:([0-9]{1,4})秒)?")


def refusal(reason: str) -> PydanticCustomError:
    """An error for a validator to raise, with this reason as its message."""
    return PydanticCustomError("reason", "{reason}", {"reason": reason})


def seconds_of(value: object) -> int:
    """The seconds of a length such as 605, 10分5秒 or 1時間2分. Raises a validation error for any other value."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 86400:
        return value
    if isinstance(value, str) and value and (found := _LENGTH.fullmatch(value)):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return hours * 3600 + minutes * 60 + seconds
    raise refusal(reasons.LENGTH)


def _length(value: object) -> int:
    seconds = seconds_of(value)
    if seconds == 0:
        raise refusal(reasons.LENGTH_ZERO)
    return seconds


def half_units_of(value: object) -> int:
    """The half-units of a number of credits: 3 for 1.5. Raises a validation error if it is no credit."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0.5 <= value <= 10:
        half_units = int(value * 2)
        if half_units == value * 2:
            return half_units
    raise refusal(reasons.CREDIT)


def _title(text: str) -> str:
    # in full-width characters: that is the space that a title takes on a screen
    width = sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)
    if width > TITLE_WIDTH:
        raise refusal(reasons.too_wide(width, TITLE_WIDTH))
    return text


def _category(text: str) -> str:
    if not is_official(text):
        raise refusal(reasons.CATEGORY)
    return text


def _reading(text: str) -> str:
    if text and not is_reading(text):
        raise refusal(reasons.READING)
    return text


def _slug(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]{3,40}", text):
        raise refusal(reasons.SLUG)
    return text


def _code(number: int) -> int:
    try:
        return curriculum.load().code(number).number
    except curriculum.UnknownCode as error:
        raise refusal(str(error)) from error


def _printed(text: str) -> str:
    """A text that stands on papers, or in the ledger, of which papers are made."""
    if missing := uncovered(text):
        raise refusal(reasons.unprintable(named(missing)))
    return text


def is_address(source: str) -> bool:
    """Whether a video's source is an https address rather than a file of the package."""
    return source.startswith("https://")


def _source(text: str) -> str:
    path = PurePosixPath(text)
    if not re.fullmatch(_ADDRESS if is_address(text) else _FILE, text):
        raise refusal(reasons.VIDEO_SOURCE)
    if not is_address(text) and (path.is_absolute() or ".." in path.parts):
        raise refusal(reasons.VIDEO_OUTSIDE)
    if mime_of(text) is None:
        raise refusal(reasons.VIDEO_TYPE)
    if not is_address(text) and path.suffix == ".m3u8":
        raise refusal(reasons.VIDEO_STREAM_FILE)
    return text


def mime_of(source: str) -> str | None:
    """The media type that a source's name promises; None for a name of another kind."""
    return MIME.get(PurePosixPath(re.split("[?#]", source)[0]).suffix)


Title = Annotated[str, Field(min_length=1), AfterValidator(_title)]
Line = Annotated[str, Field(min_length=1, max_length=80)]
PRINTED = AfterValidator(_printed)
PaperTitle = Annotated[Title, PRINTED]
PaperLine = Annotated[Line, PRINTED]
Length = Annotated[int, BeforeValidator(_length)]
Moment = Annotated[int, BeforeValidator(seconds_of)]
HalfUnits = Annotated[int, BeforeValidator(half_units_of)]
Number = Annotated[int, Field(ge=1)]
Slug = Annotated[str, AfterValidator(_slug)]
Reading = Annotated[str, Field(max_length=120), AfterValidator(_reading)]
Code = Annotated[int, AfterValidator(_code)]


class Part(BaseModel):
    """A mapping in a published file. An unknown key is a fault."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class SupervisorPart(Part):
    name: Line
    post: Annotated[str, Field(max_length=80)] = ""


class ChapterPart(Part):
    number: Number
    title: Title
    title_en: Title = ""
    length: Length
    videos: Annotated[list[Annotated[str, AfterValidator(_source)]], Field(min_length=1, max_length=5)]


class ReviewPart(Part):
    chapter: Number
    second: Moment = 0


class ItemPart(Part):
    number: Number
    text: Annotated[str, Field(min_length=1)]
    choices: Annotated[list[Annotated[str, Field(min_length=1)]], Field(min_length=2, max_length=10)]
    right: list[Number]
    explanation: Annotated[str, Field(min_length=1, max_length=1000)]


class QuestionPart(ItemPart):
    review: ReviewPart


class CommonLecturePart(Part):
    category: Annotated[str, Field(min_length=1, max_length=30), AfterValidator(_printed), AfterValidator(_category)]
    credit: HalfUnits


class RetakePart(Part):
    limit: Number | None = None
    wait_minutes: Annotated[int, Field(ge=0, le=43200)] = 0


class CoursePart(Part):
    format: Literal[1]
    slug: Slug
    title: PaperTitle
    title_en: Title = ""
    reading: Reading = ""
    code: Code
    kind: Literal["lecture", "cooperation"]
    credit: HalfUnits
    sample: bool
    planning: PaperLine
    supervisors: Annotated[list[SupervisorPart], Field(min_length=1, max_length=5)]
    common_lecture: CommonLecturePart | None = None
    retake: RetakePart = RetakePart()
    chapters: Annotated[list[ChapterPart], Field(min_length=1, max_length=30)]
    questions: Annotated[list[QuestionPart], Field(min_length=1, max_length=50)]


def reason_of(error: ErrorDetails, model: type[Part]) -> str:
    """The reason, in plain words, for one of pydantic's errors in a file of this model."""
    loc: Loc = error["loc"]
    key = next((part for part in reversed(loc) if isinstance(part, str)), "course")
    if error["type"] == "missing":
        return reasons.LENGTH_MISSING if key == "length" else reasons.missing(key)
    if error["type"] == "extra_forbidden":
        fields = _at(model, loc[:-1]).model_fields
        return reasons.unknown_key(loc[-1], (field.alias or name for name, field in fields.items()))
    if error["input"] in (None, ""):
        return reasons.empty(key)
    if what := reasons.EXPECTED.get(error["type"]):
        return reasons.expected(key, what.format(**error.get("ctx", {})))
    return error["msg"]


def _at(model: type[Part], loc: Iterable[str | int]) -> type[Part]:
    """The model of the part at this place in a document of `model`."""
    for key in loc:
        if isinstance(key, str):
            model = next(_models(model.model_fields[key].annotation))
    return model


def _models(annotation: Any) -> Iterator[type[Part]]:
    """The parts in an annotation such as list[ChapterPart] or RetakePart | None."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
