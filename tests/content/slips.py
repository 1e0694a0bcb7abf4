"""Slips of a course's author, each with the reason that is to be given and its sound neighbour."""

from typing import NamedTuple

from content.package import film_reasons, reasons
from content.package.schema import CoursePart
from tests.content.packages import SOUND


class Slip(NamedTuple):
    """`old` of the sound text becomes `bad`; § marks the line that is to be named. `good` is the sound neighbour."""

    old: str
    bad: str
    reason: str
    good: str


KEYS = ", ".join(CoursePart.model_fields)
NO_YAML = "not YAML: expected the node content, but found ']'"
OPEN_BRACKET = "not YAML: expected ',' or ']', but got ':', in what began in line 4"
QUESTION_KEYS = "number, text, choices, right, explanation, review"
KIND = SOUND[SOUND.index("kind:") : SOUND.index("common_lecture")]
SECOND = SOUND[SOUND.index("  - number: 2\n    text") : SOUND.index("    explanation: 甲と丙")]

SLIPS = {
    # what one part says
    "no format": Slip("format: 1\n", "§", "'format' is missing", "format: 1\n"),
    "later format": Slip(
        "format: 1", "§format: 2", "the format 2 is unknown: this program reads format 1", "format: 1"
    ),
    "quoted format": Slip("format: 1", '§format: "1"', reasons.other_format("1"), "format: 1 # one"),
    "code 84": Slip(
        "code: 79", "§code: 84", "84 is no curriculum code: the codes of this edition run from 0 to 83", "code: 83"
    ),
    "code below": Slip(
        "code: 79",
        "§code: -1",
        "-1 is no curriculum code: the codes of this edition run from 0 to 83",
        "code: 0",
    ),
    "code as text": Slip("code: 79", '§code: "79"', "'code' is to be a whole number", "code: 79"),
    "code as fraction": Slip("code: 79", "§code: 79.0", "'code' is to be a whole number", "code: 78"),
    "reading": Slip("code: 79", "§reading: 喘息\ncode: 79", reasons.READING, "reading: きかんし ぜんそく\ncode: 79"),
    "kind": Slip("kind: lecture", "§kind: journal", "'kind' is to be 'lecture' or 'cooperation'", "kind: lecture"),
    "credit": Slip("credit: 1\n", "§credit: 0.7\n", reasons.CREDIT, "credit: 1.5\n"),
    "credit of nothing": Slip("credit: 1\n", "§credit: 0\n", reasons.CREDIT, "credit: 0.5\n"),
    "credit too high": Slip("credit: 1\n", "§credit: 10.5\n", reasons.CREDIT, "credit: 10\n"),
    "credit as a word": Slip("credit: 1\n", "§credit: true\n", reasons.CREDIT, "credit: 1\n"),
    "sample": Slip("sample: true", "§sample: 1", "'sample' is to be true or false", "sample: false"),
    "unknown key": Slip(
        "code: 79", "code: 79\n§teacher: 見本", reasons.unknown_key("teacher", KEYS.split(", ")), "code: 79"
    ),
    "unknown key below": Slip(
        "    right: [2]",
        "    right: [2]\n§    rihgt: [2]",
        f"the key 'rihgt' is unknown here; known are {QUESTION_KEYS}",
        "    right: [2]",
    ),
    "planning": Slip("planning: 見本委員会", "§planning:", "'planning' is empty", "planning: 見"),
    "planning in quotes": Slip("planning: 見本委員会", '§planning: " "', "'planning' is empty", 'planning: "1"'),
    "planning as number": Slip(
        "planning: 見本委員会",
        "§planning: 12",
        "'planning' is to be a text (in quotes, if it looks like a number)",
        'planning: "12"',
    ),
    "planning too long": Slip(
        "planning: 見本委員会",
        "§planning: " + "見" * 81,
        "'planning' is to be at most 80 characters long",
        "planning: " + "見" * 80,
    ),
    "category": Slip("必修講習B 地域医療", "§必修B 地域医療", reasons.CATEGORY, "任意講習 災害医療"),
    "slug": Slip("slug: asthma", "§slug: 喘息", reasons.SLUG, "slug: asthma"),
    "slug elsewhere": Slip(
        "slug: asthma",
        "§slug: asthma-2",
        "the slug 'asthma-2' differs from the folder's name 'asthma'",
        'slug: "asthma"',
    ),
    "title too wide": Slip(
        "title: 気管支喘息",
        "§title: " + "喘" * 60 + "a",
        "the title is 60.5 full-width characters long: 60 are shown",
        "title: " + "喘" * 59 + "ab",
    ),
    "no supervisor": Slip(
        "supervisors:\n  - name: 見本 一郎\n    post: 見本大学\n",
        "§supervisors: []\n",
        "'supervisors' is to be a list of at least 1",
        "supervisors: [{name: 見本 一郎}]\n",
    ),
    "supervisors as text": Slip(
        "supervisors:\n  - name: 見本 一郎\n    post: 見本大学\n",
        "§supervisors: 見本 一郎\n",
        "'supervisors' is to be a list (lines that begin with a hyphen, or [ ])",
        "supervisors:\n  - name: 見本 一郎\n",
    ),
    "supervisor as text": Slip(
        "  - name: 見本 一郎\n    post: 見本大学\n",
        "§  - 見本 一郎\n",
        "'supervisors' is to be made of keys and values",
        "  - {name: 見本 一郎, post: 見本大学}\n",
    ),
    "retakes": Slip("{limit: 3,", "§{limit: 0,", "'limit' is to be at least 1", "{limit: null,"),
    "wait": Slip("wait_minutes: 30", "§wait_minutes: -1", "'wait_minutes' is to be at least 0", "wait_minutes: 0"),
    "common lecture": Slip(KIND, KIND.replace("lecture", "cooperation") + "§", reasons.COMMON_FOR_LECTURES, KIND),
    # chapters
    "no length": Slip(
        "  - number: 2\n    title: 吸入\n    length: 40\n",
        "§  - number: 2\n    title: 吸入\n",
        reasons.LENGTH_MISSING,
        "  - number: 2\n    length: 40\n    title: 吸入\n",
    ),
    "empty length": Slip("    length: 40\n", "§    length:\n", "'length' is empty", "    length: 41\n"),
    "length of nothing": Slip("    length: 40\n", "§    length: 0\n", reasons.LENGTH_ZERO, "    length: 40秒\n"),
    "unreadable length": Slip("    length: 40\n", "§    length: 約40秒\n", reasons.LENGTH, '    length: "40秒"\n'),
    "length in colons": Slip("1分5秒", "§1:05", reasons.trap("1:05", reasons.NOTATION), "0時間1分5秒"),
    "length in quoted colons": Slip("1分5秒", '§"1:05"', reasons.LENGTH, "65"),
    "no chapter": Slip(
        "    videos: [clips/two.mp4]",
        "§    videos: []",
        "'videos' is to be a list of at least 1",
        "    videos: [./clips/two.mp4]",
    ),
    "chapter's number": Slip(
        "  - number: 2\n    title: 吸入",
        "§  - number: 3\n    title: 吸入",
        reasons.numbers(3, 2),
        "  - number: 2\n    title: 吸入",
    ),
    # videos
    "missing video": Slip("two.mp4]", "§three.mp4]", reasons.VIDEO_MISSING, "two.mp4]"),
    "folder for video": Slip("clips/two.mp4", "§clips", reasons.VIDEO_TYPE, "clips//two.mp4"),
    "damaged video": Slip("one.mp4,", "§broken.mp4,", reasons.VIDEO_UNREADABLE, "copy.mp4,"),
    "longer video": Slip("one.mp4,", "§long.mp4,", reasons.other_length(66.5, 65), "near.mp4,"),
    "film marked HEVC": Slip("one.mp4,", "§hevc.mp4,", film_reasons.codec("hvc1", "AVC"), "near.mp4,"),
    "index at the end": Slip("one.mp4,", "§last.mp4,", film_reasons.INDEX_LAST, "near.mp4,"),
    "WebM alone": Slip("[one.mp4, one.webm]", "§[one.webm]", film_reasons.NO_MP4, "[one.webm, one.mp4]"),
    "WebM named MP4": Slip("one.mp4,", "§webm.mp4,", reasons.other_container("WebM"), "near.mp4,"),
    "video above": Slip("clips/two.mp4", "§clips/../../two.mp4", reasons.VIDEO_OUTSIDE, "clips/two.mp4"),
    "absolute video": Slip("clips/two.mp4", "§/clips/two.mp4", reasons.VIDEO_OUTSIDE, "clips/./two.mp4"),
    "drive": Slip("clips/two.mp4", "§'C:\\two.mp4'", reasons.VIDEO_SOURCE, "'clips/two.mp4'"),
    "http": Slip(
        "clips/two.mp4", "§'http://a.example/two.mp4'", reasons.VIDEO_SOURCE, "'https://a.example/two.mp4?a=1'"
    ),
    "address alone": Slip("clips/two.mp4", "§'https://'", reasons.VIDEO_SOURCE, "'https://a.example/two.m3u8'"),
    "stream": Slip("clips/two.mp4", "§clips/two.m3u8", reasons.VIDEO_STREAM_FILE, "'https://a.example/b/two.m3u8'"),
    "type of video": Slip("clips/two.mp4", "§clips/two.avi", reasons.VIDEO_TYPE, "clips/two.mp4"),
    "video twice": Slip("[one.mp4, one.webm]", "§[one.mp4, one.mp4]", reasons.same_video(1), "[one.mp4]"),
    "copy of a video": Slip(
        "[one.mp4, one.webm]", "§[one.mp4, copy.mp4]", reasons.same_video(1), "[copy.mp4, one.webm]"
    ),
    # questions
    "no right answer": Slip("right: [2]", "§right: []", reasons.NO_RIGHT_ANSWER, "right: [1]"),
    "right left out": Slip(SECOND, "§" + SECOND.replace("    right: [1, 3]\n", ""), "'right' is missing", SECOND),
    "all right": Slip("right: [2]", "§right: [1, 2, 3]", reasons.ALL_RIGHT, "right: [1, 2]"),
    "right beyond": Slip(
        "right: [2]", "§right: [4]", "choice 4 is marked right, and the choices run from 1 to 3", "right: [3]"
    ),
    "right before": Slip("right: [2]", "§right: [0]", "'right' is to be at least 1", "right: [1]"),
    "right twice": Slip("right: [2]", "§right: [2, 2]", reasons.RIGHT_TWICE, "right: [2, 3]"),
    "right as number": Slip(
        "right: [2]", "§right: 2", reasons.expected("right", reasons.EXPECTED["list_type"]), "right:\n      - 2"
    ),
    "one choice": Slip("[甲, 乙, 丙]", "§[甲]", "'choices' is to be a list of at least 2", "[甲, 乙, 丙, 丁]"),
    "eleven choices": Slip(
        "[甲, 乙, 丙]",
        "§" + str([f"c{n}" for n in range(11)]),
        "'choices' is to be a list of at most 10",
        str([f"c{n}" for n in range(10)]),
    ),
    "same choice": Slip("      - 丙\n", "§      - 甲\n", "the choice says the same as choice 1", "      - 甲乙\n"),
    "same in another width": Slip(
        "- 甲\n      - 乙", "- Ａ 1\n§      - a1", reasons.same_choice(1), "- Ａ1\n      - a2"
    ),
    "choice as number": Slip(
        "      - 丙\n",
        "§      - 130\n",
        "'choices' is to be a text (in quotes, if it looks like a number)",
        "      - 130/80\n",
    ),
    "choice as truth": Slip("      - 丙\n", "§      - no\n", reasons.trap("no", "true or false"), '      - "no"\n'),
    "choice as date": Slip(
        "      - 丙\n", "§      - 2026-04-01\n", reasons.trap("2026-04-01", "a date"), "      - 4/1\n"
    ),
    "choice in octal": Slip("      - 丙\n", "§      - 010\n", reasons.trap("010", reasons.NOTATION), '      - "010"\n'),
    "choice with no end": Slip(
        "      - 丙\n", "§      - .inf\n", reasons.trap(".inf", reasons.NOTATION), '      - ".inf"\n'
    ),
    "question's number": Slip(
        "  - number: 2\n    text", "§  - number: 1\n    text", reasons.numbers(1, 2), "  - number: 2\n    text"
    ),
    "review of no chapter": Slip(
        "{chapter: 2, second: 39}", "§{chapter: 3, second: 0}", reasons.no_chapter(3, 2), "{chapter: 2}"
    ),
    "review past the end": Slip("second: 39", "§second: 40秒", reasons.no_second(40, 40, 2), "second: 39秒"),
    "review of no second": Slip("second: 39", "§second: end", reasons.LENGTH, "second: 0"),
    "question too long": Slip(
        "    text: 正しいのはどれか。\n",
        "§    text: " + "長" * 1498 + "\n",
        "the question and its choices are 1501 characters long: 1500 fit on a screen",
        "    text: " + "長" * 1497 + "\n",
    ),
    "explanation too long": Slip(
        "explanation: 乙です。",
        "§explanation: " + "長" * 1001,
        "'explanation' is to be at most 1000 characters long",
        "explanation: " + "長" * 1000,
    ),
    # the writing
    "key twice": Slip("code: 79\n", "code: 79\n§code: 79\n", "the key 'code' stands here a second time", "code: 79\n"),
    "alias": Slip("      - 丙\n", "§      - *a\n", reasons.ALIAS, "      - '*a'\n"),
    "alias without anchor": Slip("planning: 見本委員会", "§planning: *x", reasons.ALIAS, "planning: &x 見本委員会"),
    "tag": Slip("planning: 見本委員会", "§planning: !!binary aaaa", reasons.tag("!!binary"), "planning: !!str 12"),
    "object": Slip(
        "planning: 見本委員会",
        "§planning: !!python/name:os.system a",
        reasons.tag("!!python/name:os.system"),
        "planning: os.system",
    ),
    "merge": Slip("code: 79\n", "code: 79\n§<<: {a: 1}\n", reasons.unknown_key("<<", KEYS.split(", ")), "code: 79\n"),
    "control character": Slip(
        "explanation: 乙です。", '§explanation: "見\\a"', reasons.control_character("\a"), 'explanation: "見\\n本"'
    ),
    "a sign that papers can't print": Slip(
        "title: 気管支喘息", "§title: SpO₂", reasons.unprintable("₂ (U+2082)"), "title: SpO2"
    ),
    "a line end in what papers print": Slip(
        "planning: 見本委員会", '§planning: "見\\n本"', reasons.unprintable("U+000A"), "planning: 見 本"
    ),
    "raw control character": Slip(
        "explanation: 乙です。", "§explanation: 見\a", reasons.control_character("\a"), 'explanation: "見\t本"'
    ),
    "failed conversion": Slip(
        "planning: 見本委員会", "§planning: 見\ufffd", reasons.control_character("\ufffd"), "planning: 見"
    ),
    "compatibility ideograph": Slip(
        "name: 見本 一郎",
        "§name: 見本 \ufa19",
        reasons.compatibility("\ufa19", "神"),
        "name: 見本 神\U000e0100 﨑 髙 𠮷",
    ),
    "broken YAML": Slip("code: 79\n", "code: 79\n§kind: ]\n", NO_YAML, "code: 79\n"),
    "open bracket": Slip("code: 79\n", "code: [79\n§a: b\n", OPEN_BRACKET, "code: 79\n"),
}
