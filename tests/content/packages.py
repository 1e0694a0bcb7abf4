"""Packages made for a test: a sound course.yaml."""

from pathlib import Path

from tests.films import mp4, webm

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
common_lecture: {category: 必修B 地域医療, credit: 0.5}
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
    (package / "hevc.mp4").write_bytes(mp4(65, label=b"hvc1"))
    (package / "last.mp4").write_bytes(mp4(65, index_first=False))
    (package / "course.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return package
