from content.guide import Answers
from content.operator import Profile, Purpose
from content.rules import Rules
from content.words.ja import common as forms
from content.words.ja import operator

_OSAKA = "大阪府で開催された研修会等の受講証明書は、管理方法が異なるため発行できません。大阪府医師会にご依頼ください。"


def trainings(rules: Rules) -> Answers:
    minutes = rules.minutes_per_half_unit
    return (
        (
            "研修会の単位はどのように登録されますか",
            "主催者が受講実績を登録すると、単位が付与されます。登録の状況は /trainings で確認できます。",
        ),
        (
            "研修会が登録されていません",
            "登録時期等の詳細は、研修会の主催者へお問い合わせください。"
            f"会場で受付ができなかったときは、{rules.late_claim_days}日以内に研修会の画面から出席確認を申請できます。",
        ),
        (
            "会場では何をしますか",
            "主催者が表示するコードかQRコードで、入室と退室の両方を登録してください（/checkin）。",
        ),
        ("単位はどのように数えますか", f"{minutes}分で{forms.credits(1)}、1演題につき1カリキュラムコードです。"),
        (
            "Web研修会の録画を視聴した場合はどうなりますか",
            "録画の視聴は出席にならず、単位は付与されません。",
        ),
        ("大阪府で開催された研修会はどうなりますか", f"単位は登録されます。{_OSAKA}"),
        (
            "登録されない学習はどうしますか",
            "学会、体験学習、指導、論文の執筆などは、申告書で申告します（/declare）。受講証明書の発行対象外です。",
        ),
    )


def certificate(rules: Rules, profile: Profile) -> Answers:
    return (*_on_the_paper(rules, profile), *_ways_to_it(rules, profile))


def _on_the_paper(rules: Rules, profile: Profile) -> Answers:
    return (
        (
            "どの期間について発行できますか",
            "開催日（日医e-ラーニングは受講日）で指定された期間の受講証明書を発行します。",
        ),
        (
            "何が記載されますか",
            "主催者が受講実績を登録した研修会と、日医e-ラーニングで取得した単位数のみです。",
        ),
        ("日医e-ラーニングはいつから発行できますか", _from(rules.certificate_after_days)),
        (
            "受講した研修会が記載されません",
            "主催者が受講実績を登録していない場合は反映されません。"
            "登録時期等の詳細は、研修会の主催者へお問い合わせください。",
        ),
        ("記載されないものはありますか", "日医雑誌問題解答と、申告書で申告された内容は発行対象外です。"),
        ("大阪府で開催された研修会等はどうなりますか", _OSAKA),
        (
            "地域包括診療料・地域包括診療加算の手続きには何を使いますか",
            f"{_to_file(profile)}受講の状況は /fees で確認できます。",
        ),
    )


def _ways_to_it(rules: Rules, profile: Profile) -> Answers:
    return (
        (
            "MAMISから発行するにはどうしますか",
            "MAMISにログインし、ご自身で出力できます。メンテナンス期間を除き、いつでも出力可能です。"
            "操作方法はMAMIS操作マニュアル（P.9からP.15）をご参照ください。ご不明点は日本医師会にお問い合わせください。",
        ),
        (
            "従来のWebフォームも利用できますか",
            "当面の間、Webフォームからご依頼いただくと、日本医師会からメールで返信されます。"
            f"お申込みからお届けまで{rules.web_form_days}日程度（土日祝日等を除く）です。"
            "この方法を終了する場合は、日本医師会のページで事前に案内される予定です。"
            "このボットの事務局には、/requests から依頼できます。",
        ),
        (
            "このボットの受講証明書は日本医師会が発行するものですか",
            _issued(profile),
        ),
    )


def common(rules: Rules) -> Answers:
    return (
        (
            "専門医共通講習の単位はどの講座で取得できますか",
            "「生涯教育講座」の一部で、日本専門医機構が認める専門医共通講習の単位を取得できます。",
        ),
        (
            "カテゴリーと単位数はどこで確認できますか",
            "「医療倫理」などのカテゴリーと単位数は、生涯教育講座のコンテンツ一覧と講座の画面で確認できます。",
        ),
        (
            "いつ受講したものが対象ですか",
            f"{forms.day(rules.common_lecture_from)}以降に当該コンテンツを受講した場合のみです。",
        ),
        (
            "認定証の単位数に入りますか",
            f"専門医共通講習の単位は別に数え、認定証の{rules.goal}には含まれません。",
        ),
    )


def fees(rules: Rules, profile: Profile) -> Answers:
    members = "日本医師会のQ&Aをご覧ください（会員専用のページで、ログインが必要となる場合があります）。"
    return (
        ("向精神薬長期処方の研修要件を知りたい", f"{members}ご自身の単位は /fees で確認できます。"),
        (
            "地域包括診療加算・地域包括診療料の研修を知りたい",
            "「慢性疾患の指導に係る適切な研修」（新型コロナウイルス感染症における臨時的な取扱いを含む）については、"
            f"{members}ご自身の単位は /fees で確認できます。",
        ),
        (
            "手続きに必要な書類は何ですか",
            _to_file(profile),
        ),
        ("要件を満たすかどうかも分かりますか", "このボットは数字をお示しするのみで、要件を満たすかは判断しません。"),
    )


def mamis(rules: Rules) -> Answers:
    return (
        (
            "MAMISとは何ですか",
            "医師会会員情報システムです。取得した単位・カリキュラムコードの確認と受講証明書の出力が、マイページでできます。"
            "利用にはMAMISへのログインが必要です。",
        ),
        (
            "操作マニュアルはありますか",
            "「ログインから利用者登録まで」（Ver1.2 2024年12月のPDF、2024年10月の動画）と、"
            "「研修管理機能操作マニュアル＜医師向け（マイページ）日医生涯教育制度編＞」"
            "（Ver.1.0 2025年5月1日のPDF）があります。",
        ),
        (
            "ログインできないときはどこに問い合わせますか",
            "医師会会員情報システム運営事務局です。問い合わせフォーム（マニュアルと同じページ）か、電話でお問い合わせください。",
        ),
    )


def _from(days: int) -> str:
    if days == 1:
        return "受講日の翌日以降に発行できます。受講当日は発行できません。"
    return f"受講日の{days}日後以降に発行できます。"


def _to_file(profile: Profile) -> str:
    return (operator.paper_for(profile, Purpose.CHRONIC) or "").removeprefix("📄 ")


def _issued(profile: Profile) -> str:
    by = f"{profile.name.ja}が、ここでの受講記録から発行します（/certificate）。"
    return f"はい。{by}" if profile.is_association else f"いいえ。{by}日本医師会が発行する文書ではありません。"
