"""Packages made for a test: a sound course.yaml, and the smallest files that a video's length can be read from."""

import struct
from pathlib import Path

SOUND = """\
format: 1
slug: asthma
title: 気管支喘息
code: 79
kind: lecture
credit: 1
sample: true
planning: 見本委員会
supervisors:
  - name: 見本 一郎
    post: 見本大学
common_lecture: {category: 必修講習B 地域医療, credit: 0.5}
retake: {limit: 3, wait_minutes: 30}
chapters:
  - number: 1
    title: 長期管理
    length: 1分5秒
    videos: [one.mp4, one.webm]
  - number: 2
    title: 吸入
    length: 40
    videos: [clips/two.mp4]
questions:
  - number: 1
    text: 正しいのはどれか。
    choices:
      - 甲
      - 乙
      - 丙
    right: [2]
    explanation: 乙です。
    review: {chapter: 2, second: 39}
  - number: 2
    text: 正しいのはどれか。2つ選べ。
    choices: [甲, 乙, 丙]
    right: [1, 3]
    explanation: 甲と丙です。
    review: {chapter: 1}
"""


def box(kind: bytes, body: bytes) -> bytes:
    """An MP4 box."""
    return struct.pack(">I4s", len(body) + 8, kind) + body


def mvhd(seconds: float, scale: int = 1000) -> bytes:
    """A version 0 movie header."""
    return box(b"mvhd", struct.pack(">4x8xII80x", scale, round(seconds * scale)))


def mp4(seconds: float, film: bytes = b"film") -> bytes:
    """An MP4 of that length; another `film` makes other bytes of the same length."""
    return box(b"ftyp", b"isom\0\0\0\0") + box(b"moov", mvhd(seconds)) + box(b"mdat", film)


def element(kind: int, body: bytes) -> bytes:
    """An EBML element of less than 127 bytes."""
    return kind.to_bytes((kind.bit_length() + 7) // 8, "big") + bytes([0x80 | len(body)]) + body


def webm(seconds: float, scale: int = 1_000_000) -> bytes:
    """A WebM of that length."""
    about = element(0x2AD7B1, scale.to_bytes(3, "big")) + element(0x4489, struct.pack(">d", seconds * 1e9 / scale))
    return element(0x1A45DFA3, b"") + element(0x18538067, element(0x1549A966, about))


def write(folder: Path, text: str | bytes = SOUND, slug: str = "asthma") -> Path:
    """A package with the videos of SOUND; its folder."""
    package = folder / slug
    (package / "clips").mkdir(parents=True)
    (package / "one.mp4").write_bytes(mp4(65))
    (package / "one.webm").write_bytes(webm(65))
    (package / "clips" / "two.mp4").write_bytes(mp4(40.4))
    (package / "copy.mp4").write_bytes(mp4(65))
    (package / "broken.mp4").write_bytes(mp4(65)[:40])
    (package / "long.mp4").write_bytes(mp4(66.5))
    (package / "near.mp4").write_bytes(mp4(66))
    (package / "webm.mp4").write_bytes(webm(65, 500_000))
    (package / "course.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return package
