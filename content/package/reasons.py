"""Every sentence of the checks of a course package, in plain words for the staff's console."""

from collections.abc import Iterable

EMPTY_FILE = "the file is empty"
NO_COURSE = "no course.yaml is found here or below"
CANNOT_READ = "the file cannot be read"
BYTE_ORDER_MARK = "the file begins with a byte order mark: save it as UTF-8 without BOM"
UTF16 = "the file is UTF-16: save it as UTF-8"
CP932 = "the file looks like Shift_JIS (CP932): save it as UTF-8"
READ_TWICE = "the text was UTF-8 that was opened in another encoding and saved again: take the file from before that"
NOT_UTF8 = "the file is not UTF-8 text"
TOO_LARGE = "the file is larger than 1 MB: a course of text alone stays far below"
NOT_A_MAPPING = "the file begins with 'format: 1' and consists of keys and values"
TOO_DEEP = "not YAML of this format: lists and mappings are nested too deeply"
ALIAS = "aliases (*name) are not used in this format: write the text out"
KEY_NOT_TEXT = "a key is to be a plain word"

# what YAML 1.1 takes a scalar without quotes for
TRUTH = "true or false"
DATE = "a date"
NOTATION = "a number in another notation (1:30 is 90, 010 is 8)"

# what a value must be, by pydantic's name for the error
EXPECTED = {
    "string_type": "a text (in quotes, if it looks like a number)",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list (lines that begin with a hyphen, or [ ])",
    "model_type": "made of keys and values",
    "string_too_long": "at most {max_length} characters long",
    "too_short": "a list of at least {min_length}",
    "too_long": "a list of at most {max_length}",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "literal_error": "{expected}",
}

NO_RIGHT_ANSWER = "the question has no right answer"
ALL_RIGHT = "every choice is marked right: at least one is to be wrong"
RIGHT_TWICE = "the same choice is marked right twice"
COMMON_FOR_LECTURES = "only a course of kind lecture carries a common lecture"

VIDEO_SOURCE = (
    "a video is a file of the package, named with letters a-z, digits and . _ - / (clips/1.mp4),"
    " or an address that begins with https://"
)
VIDEO_OUTSIDE = "the video lies outside the package"
VIDEO_TYPE = "the name of a video ends with .mp4 or .webm (by https also .m3u8)"
VIDEO_STREAM_FILE = "an .m3u8 stream is given by its https address, not as a file"
VIDEO_MISSING = "the video is not in the package"
VIDEO_UNREADABLE = "the video's length cannot be read: it is damaged, cut off or of another type"

LENGTH = "a length is written as 10分5秒 or as a number of seconds"
LENGTH_MISSING = "the chapter has no length: add one, such as 'length: 10分5秒'"
LENGTH_ZERO = "a length is at least 1 second"
CREDIT = "credit is counted in steps of 0.5, from 0.5 to 10"
CATEGORY = "a category is 必修講習A, 必修講習B or 任意講習, a space, and its subject"
READING = "a reading is written in kana alone, with spaces at most"
SLUG = "a slug has 3 to 40 of the characters a-z, 0-9 and hyphen"


def not_yaml(problem: str, began: int | None) -> str:
    return f"not YAML: {problem}" + (f", in what began in line {began}" if began else "")


def trap(text: str, meaning: str) -> str:
    return f"{text} without quotes is {meaning} to YAML: put it in quotes, or write what is meant"


def tag(text: str) -> str:
    return f"the tag {text} is not used in this format"


def too_many_values(most: int) -> str:
    return f"the file has more than {most} keys and values"


def control_character(character: str) -> str:
    return f"the text holds the character U+{ord(character):04X}, which is not to be shown"


def compatibility(character: str, becomes: str) -> str:
    return (
        f"{character} (U+{ord(character):04X}) is a compatibility character that Telegram turns into {becomes}"
        f" (U+{ord(becomes[0]):04X}): write the character that is meant"
    )


def unprintable(pieces: str) -> str:
    return f"papers can't print {pieces}: write it with characters that their font has"


def duplicate_key(key: str) -> str:
    return f"the key '{key}' stands here a second time"


def unknown_key(key: object, known: Iterable[str]) -> str:
    return f"the key '{key}' is unknown here; known are {', '.join(known)}"


def missing(key: object) -> str:
    return f"'{key}' is missing"


def empty(key: object) -> str:
    return f"'{key}' is empty"


def expected(key: object, what: str) -> str:
    return f"'{key}' is to be {what}"


def other_format(value: object) -> str:
    return f"the format {value!r} is unknown: this program reads format 1"


def slug_is_folder(slug: str, folder: str) -> str:
    return f"the slug '{slug}' differs from the folder's name '{folder}'"


def slug_twice(slug: str, first: object) -> str:
    return f"the slug '{slug}' is already taken by {first}"


def too_wide(width: float, limit: int) -> str:
    return f"the title is {width:g} full-width characters long: {limit} are shown"


def too_much_text(length: int, limit: int) -> str:
    return f"the question and its choices are {length} characters long: {limit} fit on a screen"


def numbers(found: int, due: int) -> str:
    return f"the number is {found} where {due} is due: they run from 1 without a gap"


def same_choice(first: int) -> str:
    return f"the choice says the same as choice {first}"


def no_choice(number: int, count: int) -> str:
    return f"choice {number} is marked right, and the choices run from 1 to {count}"


def no_chapter(number: int, count: int) -> str:
    return f"the review names chapter {number}, and the chapters run from 1 to {count}"


def no_second(second: int, seconds: int, chapter: int) -> str:
    return f"the review begins at second {second}, and chapter {chapter} is {seconds} s long"


def same_video(chapter: object) -> str:
    return f"the same video is already given in chapter {chapter}"


def other_container(found: str) -> str:
    return f"the video's name does not fit its content, which is {found}"


def other_length(measured: float, declared: int) -> str:
    return f"the video is {measured:.1f} s long, and the chapter's length says {declared} s"
