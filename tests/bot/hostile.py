"""What nobody means to send: texts and files that must be answered wherever they come."""

from tests.files import EXECUTABLE, HTML, JPEG, PDF, ZIP

TEXTS_FOR_DATABASES = (
    *(
        "\x00",
        "高\x00血",
        "\x00" * 4096,
        "'; DROP TABLE members; --",
        "%",
        "_",
        "\\",
        "高血圧%' --",
        "\U0010ffff",
        "x" * 4096,
    ),
    *("0", "-1", str(2**31), str(2**63), f"-{2**63}", "1e400", "9" * 4096, "9999/12/31", "0001-01-01", "８４", "か゛"),
)
"""Those on which databases differ: what they take in a text or a number, and what means something to them."""

TEXTS = (
    *TEXTS_FOR_DATABASES,
    *(
        "<b>高血圧</b>",
        "<script>alert(1)</script>",
        "&lt;&amp;&#0;",
        "</b>",
        "<",
        "&",
        "1 OR 1=1",
        "{0}%s{turn}",
        "/",
        "//",
    ),
    *(
        "\u202e圧血高\u202c",
        "\u2066高\u2069",
        "ｺｳｹﾂｱﾂ",
        "ﾊﾟﾋﾟﾌﾟ",
        "ＣＣ７４",
        "⑦④",
        "Ⅶ",
        "葛󠄀城",
        "👨‍👩‍👧‍👦🇯🇵",
        "e\u030a\u0333",
    ),
    *("高" * 4096, "🫀" * 4096, "a " * 2048, "1.5" * 900, "ﷺ" * 100, "ﷺ" * 4096, "İ" * 99, "ŉ" * 100, "七" * 4096),
    *("\x01", "\x1b[31m", "\u200b", "\ufeff", "\ue000", "\u0085", "\xa0", "高\n\n\n血", " " * 4095 + "x", "Ａ" * 1000),
    *(
        "NaN",
        "٧٤",
        "１．５",
        "０．３",
        "½",
        "1/0",
        "０",
        "－１",
        "\u200e\u200f\u202e1.5",
        "1\ufe0f\u20e3",
        "CC\u202e47",
    ),
    *("0000/0/0", "10000/1/1", "令和99年99月99日", "昨日", "11/3", "2/29", "１１月３日", "-1/-1", "八十四", "七十四"),
    *("２０２６／４／１－２０２６／９／３０", "99999999999999999999"),
)

FILES = (
    ("a.pdf", EXECUTABLE),
    ("a.jpg", HTML),
    ("a.pdf", ZIP),
    ("a.pdf", PDF),
    ("", JPEG),
    ("\u202efdp.exe", PDF + b"1"),
    ("../../" + "あ" * 300 + ".pdf", PDF + b"2"),
    ("a\x00b\n<b>.pdf", PDF + b"3"),
    ("." * 200, PDF + b"4"),
)
"""Documents by name and bytes; the last six, but for the one that would be too many, may be evidence."""
