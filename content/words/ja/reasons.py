from collections.abc import Mapping
from datetime import date

from content.certificates import unlisted
from content.credits import why
from content.operator import Profile
from content.values import CertificatePurpose
from content.words.ja import certificate, course, ledger, operator
from content.words.ja import common as forms

_Said = tuple[str, str]
_MOST = 8  # 1画面に並べる章の数
_ASK = "出席された場合は、主催者にお問い合わせください。"
_CLAIM = "出席された場合は、研修会の画面から申請してください。"

_STATES: Mapping[type[why.Reason], str] = {
    why.EarnedOnce: "取得済",
    why.BroughtBefore: "移行済",
    why.MayBeBrought: "移行済か確認",
    why.OnlySample: "見本（対象外）",
    why.TakenBack: "取消",
    why.ImportUndone: "移行取消",
    why.CannotEarn: "単位取得不可",
    why.ChaptersLeft: "未受講の章あり",
    why.TestNotTaken: "テスト未受験",
    why.TestUnderWay: "テストの途中",
    why.TestNotPassed: "テスト不合格",
    why.FinishedWithoutEarning: "単位取得不可",
    why.NotSubmitted: "未提出",
    why.NotInTime: "締切済",
    why.AnswersAwaited: "解答の公表待ち",
    why.MarkMissed: "正答不足",
    why.NoQuestions: "問題なし",
    why.NotHeldYet: "開催前",
    why.NotAttended: "出席の記録なし",
    why.StillInside: "退室の登録待ち",
    why.OneDoorOnly: "入室・退室の一方のみ",
    why.ClaimWaiting: "申請を確認中",
    why.ClaimRefused: "出席を確認できず",
    why.RecordedViewing: "録画の視聴",
    why.NotRegistered: "主催者の登録待ち",
    why.NotDeclared: "下書き",
    why.DeclaredTooLate: "申告の期限切れ",
    why.Undecided: "申告を確認中",
    why.Declined: "不受理",
    why.Withdrawn: "取り下げ済",
    unlisted.NotUntil: "証明書は明日から",
    unlisted.NeverShown: "証明書の対象外",
    unlisted.CertifiedElsewhere: "証明書は大阪府医師会",
    unlisted.BroughtAlong: "証明書の対象外（移行）",
    unlisted.NotOfPurpose: "用途の対象外",
    unlisted.ByTrainingAlone: "研修会のみ算入",
    unlisted.OutsidePeriod: "前回の証明書の期間外",
    unlisted.AfterThePaper: "前回の証明書の後に登録",
}


def said(reason: why.Reason, profile: Profile) -> tuple[str, str]:
    match reason:
        case why.EarnedOnce(day):
            return f"✅ {forms.day(day)}に取得済です。", "同じ内容で単位が付与されるのは、一度だけです。"
        case why.BroughtBefore(day, title):
            return course.brought(day, title), "同じ内容で単位が付与されるのは、一度だけです。"
        case why.MayBeBrought(day, title):
            return course.may_be_brought(day, title), operator.ask(profile)
        case why.OnlySample(day):
            return (
                f"⚠️ 見本の単位です（{forms.day(day)}）。単位の合計、60、受講証明書には含まれません。",
                "実際の単位は、見本ではない講座などで取得してください。",
            )
        case why.TakenBack(day, told):
            return (
                f"⚠️ この単位は、{forms.day(day)}に担当者が取り消しました。理由：{told}",
                operator.ask(profile),
            )
        case why.ImportUndone(day):
            return (
                f"⚠️ これまでの記録（MAMIS）から移行した単位ですが、{forms.day(day)}に移行を取り消しました。",
                operator.ask(profile),
            )
        case why.CannotEarn():
            return f"⚠️ {course.cannot_earn()}", operator.ask(profile)
    if isinstance(reason, why.CourseReason):
        return _of_course(reason, profile)
    if isinstance(reason, why.JournalReason):
        return _of_journal(reason)
    if isinstance(reason, why.TrainingReason):
        return _of_training(reason)
    if isinstance(reason, why.DeclarationReason):
        return _of_declaration(reason, profile)
    return _of_line(reason)


def state(reason: why.Reason) -> str:
    return _STATES[type(reason)]


def _of_course(reason: why.CourseReason, profile: Profile) -> _Said:
    match reason:
        case why.ChaptersLeft(chapters):
            which = "、".join(f"第{one.number}章（あと{forms.length(one.seconds)}）" for one in chapters[:_MOST])
            more = "ほか" if len(chapters) > _MOST else ""
            return f"⬜ 未受講の章：{which}{more}", "各章をご覧ください。飛ばした部分は視聴になりません。"
        case why.TestNotTaken(pct):
            return (
                "⬜ セルフアセスメントを受けていません。",
                f"全章の受講後に受けてください。{pct}%以上の正解で合格です。",
            )
        case why.TestUnderWay():
            return "▶️ セルフアセスメントの途中です。", "採点まで進めてください。解答は保存されています。"
        case why.TestNotPassed(pct):
            return (
                f"⚠️ セルフアセスメントに合格していません（合格は{pct}%以上）。",
                "見直しの後、もう一度受けてください。",
            )
        case why.FinishedWithoutEarning(day):
            return (
                f"⚠️ {forms.day(day)}の時点では、単位を取得できないユーザーIDでした。",
                f"単位の付与について、{operator.whom(profile)}にお問い合わせください。",
            )


def _of_journal(reason: why.JournalReason) -> _Said:
    match reason:
        case why.NotSubmitted(deadline, begun):
            what = "▶️ 解答を提出していません。" if begun else "⬜ まだ解答していません。"
            return what, f"{forms.moment(deadline)}までに提出してください。"
        case why.NotInTime(deadline, begun):
            what = "解答は提出されませんでした。" if begun else "解答がありませんでした。"
            return (
                f"⚠️ 締切の{forms.moment(deadline)}までに、{what}",
                "締切後は受け付けられません。次の号にご解答ください。",
            )
        case why.AnswersAwaited(at):
            return (
                "▶️ 解答がまだ公表されていません。提出された解答は保存されています。",
                f"{forms.moment(at)}以降に、結果と単位をお知らせします。",
            )
        case why.MarkMissed(right, asked, pct):
            return (
                f"⚠️ {asked}問中{right}問の正解で、合格の{pct}%に達しませんでした。",
                "同じ号にもう一度解答することはできません。次の号にご解答ください。",
            )
        case why.NoQuestions():
            return "⚠️ 特別号には、問題がありません。", "通常の号の問題にご解答ください。"


def _of_training(reason: why.TrainingReason) -> _Said:
    match reason:
        case why.NotRegistered(organiser):
            return (
                f"▶️ 主催者（{organiser}）が、受講実績をまだ登録していません。",
                "登録の時期は、主催者にお問い合わせください。登録されるとお知らせします。",
            )
        case why.NotHeldYet(at):
            return (
                f"⬜ {forms.moment(at)}に始まる研修会です。",
                "当日、会場で入室と退室の両方を登録してください。",
            )
        case why.NotAttended(claimable):
            return "⚠️ 出席の記録がありません。", _CLAIM if claimable else _ASK
        case why.OneDoorOnly(claimable):
            return "⚠️ 入室・退室の一方しか記録されていません。", _CLAIM if claimable else _ASK
        case why.StillInside(first, last):
            return (
                "▶️ 退室がまだ登録されていません。",
                f"{forms.moment(first)}から{forms.time(last)}までに、退室コードを入力してください。",
            )
        case why.ClaimWaiting():
            return "▶️ 申請を担当者が確認しています。", "結果は、このチャットでお知らせします。"
        case why.ClaimRefused(told):
            because = f"理由：{told}" if told else ""
            return f"⚠️ 申請された出席を確認できませんでした。{because}", "詳しくは、主催者にお問い合わせください。"
        case why.RecordedViewing():
            return (
                "⚠️ Web研修会の録画の視聴は、出席になりません。",
                "動画で単位を取得できるのは、日医e-ラーニングの講座です。",
            )


def _of_declaration(reason: why.DeclarationReason, profile: Profile) -> _Said:
    match reason:
        case why.NotDeclared(last):
            return "⬜ 申告書は下書きのままで、提出されていません。", f"{forms.day(last)}までに提出してください。"
        case why.DeclaredTooLate(last):
            return (
                f"⚠️ 申告書は下書きのまま、{forms.day(last)}の期限を過ぎました。",
                f"期限後の申告について、{profile.declarations_to.ja}にご相談ください。",
            )
        case why.Undecided():
            return "▶️ 申告書を担当者が確認しています。", "結果は、このチャットでお知らせします。"
        case why.Declined(said):
            return f"⚠️ 申告書は受理されませんでした。理由：{said}", operator.ask(profile)
        case why.Withdrawn():
            return "⚠️ 申告書は取り下げられています。", "期限内であれば、/declare からもう一度申告できます。"


def _of_line(reason: unlisted.LineReason) -> _Said:
    match reason:
        case unlisted.NotUntil(at):
            return (
                "📄 受講証明書は、受講日の翌日以降に発行できます。",
                f"{forms.moment(at)}から発行してください。",
            )
        case unlisted.NeverShown(kind):
            return f"📄 {ledger.kind(kind)}の単位は、受講証明書の発行対象外です。", "単位は /credits でご確認ください。"
        case unlisted.CertifiedElsewhere(prefecture):
            return (
                f"📄 {prefecture}で開催された研修会等は、この受講証明書に記載されません。",
                f"受講証明書は、{prefecture}医師会にご依頼ください。",
            )
        case unlisted.BroughtAlong(day, certifiable, since):
            return _brought_along(day, certifiable, since)
        case unlisted.NotOfPurpose(purpose):
            return (
                f"📄 用途「{certificate.purpose(purpose)}」の受講証明書には、対象の単位だけを記載します。",
                f"用途「{certificate.purpose(CertificatePurpose.GENERAL)}」の受講証明書には記載されます。",
            )
        case unlisted.ByTrainingAlone(codes, filings):
            numbers = "・".join(map(str, codes))
            return (
                f"📄 地域包括診療では、CC {numbers}は研修会の単位だけが算入されます。",
                f"届出が{filings}回以上の場合は、/fees で届出の回数をご登録ください。"
                if filings
                else "この単位は、研修会で取得してください。",
            )
        case unlisted.OutsidePeriod(first, last):
            return (
                f"📄 前回の受講証明書の期間（{_period(first, last)}）に含まれていません。",
                "この日を含む期間で発行してください。",
            )
        case unlisted.AfterThePaper(day):
            return (
                f"📄 前回の受講証明書（{forms.day(day)}発行）の後に登録された単位です。",
                "もう一度発行すると記載されます。",
            )


def _brought_along(day: date, certifiable: bool, since: date | None) -> _Said:
    """The guide has such credits certified by MAMIS, and does not certify what MAMIS does not."""
    brought = f"📄 これまでの記録（MAMIS）から{forms.day(day)}に移行した単位のため、この受講証明書に記載されません。"
    if not certifiable:
        return brought, "MAMISでも受講証明書の発行対象外です。単位は /credits でご確認ください。"
    from_day = f"移行した単位のうち、記載するのは{forms.day(since)}以降に取得したものです。" if since else ""
    return brought, f"{from_day}受講証明書は、MAMISから出力してください。"


def _period(first: date, last: date) -> str:
    return f"{forms.day(first)}～{forms.day(last)}"
