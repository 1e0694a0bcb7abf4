def chapter(number: str, title: str) -> str:
    return f"第{number}章 {title}"


def progress(watched: str, total: str, left: str) -> str:
    return f"視聴済 {watched} / {total}　あと{left}"


def progress_complete(watched: str, total: str) -> str:
    return f"視聴済 {watched} / {total}"


def seconds(seconds: str) -> str:
    return f"{seconds}秒"


def minutes(minutes: str, seconds: str) -> str:
    return f"{minutes}分{seconds}秒"


def skipping() -> str:
    return "飛ばした部分は視聴になりません。"


def complete() -> str:
    return "受講済"


def next_chapter() -> str:
    return "次の章へ"


def next_in(seconds: str) -> str:
    return f"次の章へ（{seconds}秒）"


def following(seconds: str) -> str:
    return f"{seconds}秒後に次の章が始まります。"


def stay() -> str:
    return "止める"


def to_gap(start: str, end: str) -> str:
    return f"未視聴の {start} ～ {end} を見る"


def all_done() -> str:
    return "全章を受講しました"


def to_test() -> str:
    return "テストを受ける"


def recording() -> str:
    return "記録中"


def course_progress(done: str, chapters: str) -> str:
    return f"この講座　受講済 {done} / {chapters}章"


def to_chat() -> str:
    return "チャットに戻る"


def in_browser() -> str:
    return "ブラウザで開く"


def no_credit() -> str:
    return "このユーザーIDでは、単位の取得ができません。視聴はできます。"


def missing() -> str:
    return "まだ見ていない部分"


def missing_stretch(start: str, end: str) -> str:
    return f"{start}から{end}までは未視聴。ここへ移動"


def more_missing(number: str) -> str:
    return f"ほか{number}か所"


def player() -> str:
    return "章の動画"


def speed() -> str:
    return "再生速度"


def speed_limit(speed: str) -> str:
    return f"再生速度は{speed}倍までです。"


def loading() -> str:
    return "読み込んでいます"


def waiting() -> str:
    return "接続待ち。視聴記録は端末に保持しています"


def waiting_long() -> str:
    return "接続待ちが長くなっています。視聴記録は端末に保持しています。つながるまで、この画面を閉じないでください"


def sending() -> str:
    return "視聴記録を送っています。終わるまで、この画面のままお待ちください"


def taken_over() -> str:
    return "別の画面で視聴が始まったため、ここでの再生を止めました。ここまでの視聴記録は保存されています。"


def continue_here() -> str:
    return "こちらで続ける"


def expired_title() -> str:
    return "リンクの有効期限が切れました"


def expired() -> str:
    return (
        "これまでの視聴記録は保存されています。"
        "チャットに新しいリンクをお送りしました。チャットに戻り、もう一度この章を開いてください。"
    )


def refused_title() -> str:
    return "このリンクでは視聴できません"


def refused() -> str:
    return (
        "リンクが正しくないか、ほかの会員のものか、すでにログアウトされています。"
        "視聴記録に変更はありません。"
        "チャットに戻り、もう一度この章を開いてください。"
    )


def unreachable_title() -> str:
    return "ただいま接続できません"


def unreachable() -> str:
    return "これまでの視聴記録は保存されています。通信の状態をご確認のうえ、もう一度お試しください。"


def unplayable() -> str:
    return (
        "動画を再生できません。"
        "これまでの視聴記録は保存されています。"
        "もう一度お試しいただくか、別のブラウザで開いてください。"
    )


def again() -> str:
    return "もう一度試す"


def no_script() -> str:
    return "この画面を使うには、ブラウザのJavaScriptを有効にしてください。"
