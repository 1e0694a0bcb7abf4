from datetime import datetime

from content.attendance.training import Training
from content.rules import day_of
from content.words.ja import awaited, trainings
from content.words.ja import common as forms


def to_calendar() -> str:
    return "カレンダーに追加"


def on_its_way() -> str:
    return "カレンダー用のファイルを送信しています。"


def caption() -> str:
    return "ファイルを開くと、カレンダーに追加できます。日時や内容が変わっても、追加した予定は自動では変わりません。"


def reminded(sentence: str) -> str:
    return f"{sentence}不要な場合は、研修会の画面で「{awaited.to_take_back()}」を押してください。"


def file_name(at: datetime) -> str:
    return f"予定_{day_of(at):%Y-%m-%d}.ics"


def place(training: Training) -> str:
    return f"{training.prefecture}・{trainings.form(training.form)}"


def doors(entry: datetime, leaving: datetime) -> str:
    return f"入室（{forms.time(entry)}から）と退室（{forms.time(leaving)}から）の両方で、コードの入力が必要です。"


def deadline(name: str) -> str:
    return f"【締切】{name}"


def submit() -> str:
    return "解答は、締切までに提出されたものだけが採点の対象になります。"
