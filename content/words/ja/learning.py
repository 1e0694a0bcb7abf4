from datetime import date

from content import curriculum
from content.access.login_id import MEMBER_NO_DIGITS
from content.guide import Answers
from content.operator import Profile
from content.rules import Rules
from content.words.ja import common as forms
from content.words.ja import operator


def login(rules: Rules, today: date, profile: Profile) -> Answers:
    here = (
        "このボットでは、どちらのIDでもログインできます。"
        if rules.member_no_until is None
        else "このボットでのログインに使うIDは、/login の画面でご案内します。"
    )
    return (
        (
            "ユーザーIDはどこにありますか",
            f"会員IDとして付与されている{MEMBER_NO_DIGITS}桁の数字です（半角で入力）。日医雑誌などの宛名欄に印刷されています。",
        ),
        (
            "初めてのパスワードは何ですか",
            "生年月日の「西暦の下2桁、月2桁、日2桁」を並べた6桁の数字です（半角で入力。1972年2月4日生まれは 720204）。"
            f"初めてのログインの際に、新しいパスワード（{rules.new_password_length}文字以上）を設定していただきます。",
        ),
        (
            "ユーザーIDやパスワードが分かりません",
            "日本医師会が発行するものですので、日本医師会にご確認ください。"
            f"このボットで設定したパスワードをお忘れの場合は、{operator.whom(profile)}にお問い合わせください。",
        ),
        (
            "アプリからログインできないことがありますか",
            "日本医師会のサイトでは、スマートフォンやタブレットのアプリの中の画面で「受講する」を押すとエラーになります。"
            "SafariやChromeなどのブラウザをご利用ください（パソコンでは起こりません）。"
            "このボットでは、ログインはチャットの中で一度だけで、視聴ページでは求めないため、起こりません。",
        ),
        ("会員でなくても受講できますか", "日本医師会員向けのコンテンツのため、会員以外の方は受講できません。"),
        (
            "ログイン用のユーザーIDは変わりますか",
            f"{_change(rules.mamis_login_planned, today)}{here}",
        ),
    )


def courses(rules: Rules, profile: Profile) -> Answers:
    return (
        (
            "どのように受講しますか",
            "/courses でカリキュラムコードの「コンテンツ一覧」から講座を選び、すべての章のビデオを視聴してから"
            "「テストを受ける」を押してください。",
        ),
        (
            "単位はどのように取得しますか",
            f"すべてのビデオの受講と、セルフアセスメントの{rules.elearning_pass_pct}%以上の正答により、"
            "指定されたカリキュラムコードと単位を取得できます。"
            f"1コンテンツにつき1カリキュラムコード・{forms.credits(rules.content_half_units)}です（講座の画面に記載します）。",
        ),
        (
            "視聴したのに「受講済」になりません",
            f"各章の{rules.watch_threshold_pct}%以上の視聴で「受講済」になります。飛ばした部分は視聴になりません。"
            "すべてのタイトルが「受講済」にならないと単位は付与されません。未受講の章は /why で確認できます。",
        ),
        (
            "「このユーザーIDでは、単位の取得ができません」と表示されます",
            f"視聴はできますが、単位の付与されないユーザーIDです。{operator.ask(profile)}",
        ),
        (
            "日本医師会のサイトでも受講できますか",
            "「日本医師会 e-ラーニング」で検索し、「CC からコンテンツを選ぶ」からお進みください。"
            "このボットの視聴の記録と、サイトの進行度は別のものです。",
        ),
    )


def codes(rules: Rules) -> Answers:
    name, edition = rules.curriculum
    first, last = (curriculum.load().codes[place].number for place in (0, -1))
    return (
        (
            "カリキュラムコード（CC）はいくつありますか",
            f"{name}{f'［{edition}］' if edition else ''}の{rules.most_codes}（{first}から{last}）です。",
        ),
        (
            "選択できないコードがあるのはなぜですか",
            "「コンテンツ一覧」が表示されていないコードは、受講できるコンテンツがないため選択できません。",
        ),
        (
            "一覧は何が違いますか",
            "「全単位・CC」は日医雑誌問題解答などを含む全体、「生涯教育講座・協力講座」は生涯教育講座と"
            "インターネット生涯教育協力講座のみの一覧です。/codes で切り替えられます。",
        ),
        ("取得したコードはどこで確認できますか", "カリキュラムコード別一覧を /codes で表示します。"),
    )


def test(rules: Rules) -> Answers:
    opens = (
        "すべての章が「受講済」になると受けられます。"
        if rules.test_requires_all_videos
        else "受講の途中でも受けられます。単位の付与には、すべての章の「受講済」も必要です。"
    )
    return (
        ("テストはいつ受けられますか", f"{opens}ビデオを視聴した後、「テストを受ける」を押してください。"),
        ("何問正解すると合格ですか", f"正答率{rules.elearning_pass_pct}%以上で合格です。"),
        (
            "合格しなかった場合はどうなりますか",
            "もう一度受けられます。見直すところを章と時間でご案内します。"
            "回数や間隔の定めがある講座では、結果の画面でご案内します。",
        ),
        ("途中でやめられますか", "選んだ解答はその都度保存されます。/resume で続きに戻れます。"),
    )


def credits(rules: Rules) -> Answers:
    return (
        (
            "取得した単位はどこで確認できますか",
            "対象年度別の取得単位数を /credits で、カリキュラムコード別の取得状況を /codes で確認できます。"
            "日本医師会に登録された単位・カリキュラムコードは、MAMISのマイページで確認できます。",
        ),
        ("単位が見当たりません", "/why で、講座や研修会を選ぶと、その理由と今後の手順を表示します。"),
        (
            "日医生涯教育認定証にはあと何単位必要ですか",
            f"連続する{rules.goal_years}年度の単位数とカリキュラムコード数の合計が{rules.goal}以上になると対象です。"
            "同じコードは1回だけ数えます。/credits で確認できます。",
        ),
    )


def journal(rules: Rules) -> Answers:
    return (
        (
            "どのように解答しますか",
            "ハガキ解答のインターネット版が /journal です。ハガキとインターネットのどちらか一方で解答してください。",
        ),
        (
            "何問正解すると単位を取得できますか",
            f"正答率{rules.journal_pass_pct}%以上で、1冊につき1カリキュラムコード・{forms.credits(rules.issue_half_units)}です。",
        ),
        ("結果はいつ分かりますか", "結果と単位は、解答が日医雑誌に掲載された後に表示し、お知らせします。"),
        ("問題のない号がありますか", "特別号には問題がありません。"),
        ("受講証明書に記載されますか", "日医雑誌問題解答は、受講証明書の発行対象外です。"),
    )


def radio(rules: Rules) -> Answers:
    return (
        (
            "ラジオNIKKEI「医学講座」で単位を取得できますか",
            "放送スケジュールのご案内のみで、聴取による単位はありません。スケジュールは /radio でご覧いただけます。",
        ),
    )


def _change(planned: date, today: date) -> str:
    month = f"{planned.year}年{planned.month}月"
    if today < planned:
        return f"日本医師会のサイトでは、{month}（予定）より、日医会員IDからMAMIS IDへ変更になります。"
    return (
        f"日本医師会のサイトでは、{month}より日医会員IDからMAMIS IDへ変更すると案内されていました。"
        "現在のユーザーIDは、日本医師会のサイトでご確認ください。"
    )
