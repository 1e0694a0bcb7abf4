import re
from collections.abc import Sequence

_CSV = "CSV（UTF-8）で保存し直してください"
_REASONS: Sequence[tuple[str, str]] = (
    # a cell
    (r"is empty", "空欄です。"),
    (
        r"has (\d+) digits, not (\d+): .*",
        r"\1桁です（\2桁が必要です）。表計算ソフトが先頭の0を消した可能性があります。列を文字列にしてください。",
    ),
    (r"has (\d+) digits, not (\d+)", r"\1桁です（\2桁が必要です）。"),
    (r"is neither (\d+) digits nor an account .*", r"\1桁の数字でも、英字で始まるアカウントでもありません。"),
    (r"is no ID: .*", "IDではありません。使えるのは英数字だけです。"),
    (r"is not between (\d+) and today", r"\1年から今日までの日付ではありません。"),
    (r"is no time: .*", "時刻ではありません。14:05のように書いてください。"),
    (r"is no address", "メールアドレスではありません。"),
    (r"is neither 1 nor 0", "1または0ではありません。"),
    (r"papers can't print (.+): .*", r"証明書に印字できない文字があります：\1"),
    (r"has more than (\d+) characters", r"\1文字を超えています。"),
    (r"has fewer than (\d+) characters", r"\1文字以上で書いてください。"),
    (r"is no day of the calendar", "暦にない日付です。"),
    (
        r"is a spreadsheet's number of a day: .*",
        "日付が表計算ソフトの数値になっています。日付（YYYY-MM-DD）で書いてください。",
    ),
    (r"has a year of two digits: .*", "年が2桁です。YYYY-MM-DDで書いてください。"),
    (r"is no date: .*", "日付ではありません。YYYY-MM-DDで書いてください。"),
    (r"holds a line break, a tab .*", "改行、タブなどの見えない文字が含まれています。"),
    (
        r"holds a character that was lost, or is of a private font .*",
        "失われた文字または外字が含まれています。Unicodeの文字にしてください。",
    ),
    (r"holds a character that was lost: .*", "文字コードの変換で失われた文字（?や〓）が含まれています。"),
    (r"is an error of the spreadsheet: .*", "表計算ソフトのエラー値です。数式を直すか、値を書いてください。"),
    (r"is a formula: .*", "数式です。結果を文字列で書いてください。"),
    (
        r"was turned into a number with an exponent .*",
        "表計算ソフトが指数表記の数値に変えています。列を文字列にしてください。",
    ),
    (r"lacks a character that the name in the record has .*", "登録されている氏名にある文字が欠けています。"),
    (r"another member of the record has this ID", "同じIDが別の会員に登録されています。"),
    # credits already held
    (r"is no member of the record", "登録されていない会員です。"),
    # a list for activation letters
    (r"has logged in before, and needs no letter", "すでにログインしている会員です。"),
    (r"holds a role: no letter is made", "役割を持つ方の分は作成しません。"),
    (r"is no member any more", "退会した会員です。"),
    (r"this account earns no credits", "このユーザーIDでは、単位の取得ができません。"),
    (r"is before the member was born", "会員の生年月日より前の日付です。"),
    (r"stands in the record already: .*", "すでに登録されている単位のため、取り込みません。"),
    (
        r"staff took the credit of this content back: .*",
        "担当者が取り消した単位です。正しい場合は、会員の情報の画面から付与してください。",
    ),
    (
        r"an imported credit of this member may be the same: .*",
        "移行した単位と同じ内容かもしれません。別の内容の場合は、会員の情報の画面から付与してください。",
    ),
    (r"the same credit stands on line (\d+)", r"\1行目に同じ単位があります。"),
    (r"lies ahead: .*", "今日より後の日付です。"),
    (r"is before (.+), when the programme began", r"制度が始まった日（\1）より前の日付です。"),
    (r"is no kind of credit: write one of (.*)", r"単位の種別ではありません。次のいずれかを書いてください：\1"),
    (r"is no code of the curriculum", "カリキュラムコードではありません。"),
    (
        r"is no number of credits: write 0.5 to (\d+) .*",
        r"単位数ではありません。0.5から\1まで、0.5きざみで書いてください。",
    ),
    (
        r"is no category of common lectures: it begins with one of (.*)",
        r"専門医共通講習の区分ではありません。次のいずれかで始まります：\1",
    ),
    (
        r"is empty for this kind of credit: .*",
        "専門医共通講習になるのは、生涯教育講座と研修会だけです。空欄にしてください。",
    ),
    (
        r"is the name of several contents here: write its short name \((.+)\), or - .*",
        r"同じ名称の講座などが複数あります。短い名前（\1）を書いてください。どれでもない場合は - を書いてください。",
    ),
    (
        r"may be a content that is published here: write its short name \((.+)\), or - .*",
        r"掲載中の講座などと同じかもしれません。短い名前（\1）を書いてください。別のものの場合は - を書いてください。",
    ),
    (
        r"nothing of this kind is published here under this name",
        "この種別で、この短い名前の講座などは掲載されていません。",
    ),
    (
        r"the content with this name has another code, kind or day here",
        "この短い名前の講座などとは、CC、種別または開催日が異なります。",
    ),
    (
        r"corrects a credit that was exported before, .* within (\d+) days, .*",
        r"書き出し済みの単位を訂正する行です。取り込みは追加だけを行います。その単位を入れた取り込みを元に戻し（\1日以内）、"
        r"全件の書き出しを取り込み直すか、会員の画面から訂正してください。",
    ),
    (r"is no change: .*", "変更の区分ではありません。空欄にするか、追加と書いてください。"),
    (r"is no key of an export", "書き出しの行キーではありません。"),
    # credits that staff grant
    (
        r"is empty, and so is the MAMIS ID: .*",
        "会員IDもMAMIS IDも空欄です。どちらかを書いてください。",
    ),
    (
        r"is empty, and so is the title: .*",
        "講座名も名称も空欄です。どちらかを書いてください。",
    ),
    (
        r"names a published content, which no declaration is: .*",
        "申告書には、短い名前を書けません。種別を空欄にするか、講座名に - と書いてください。",
    ),
    (
        r"is of what is published here: .*",
        "掲載していないものは、申告書として付与します。種別は申告書と書くか、空欄にしてください。",
    ),
    (
        r"is empty: what is not published here needs .*",
        "空欄です。掲載していないものには、名称、主催者、CC、単位、受講日が必要です。",
    ),
    (r"is not the MAMIS ID of the member in this line", "この行の会員のMAMIS IDではありません。"),
    (
        r"is your own account: .*",
        "ご自身の会員IDです。ご自身の単位は扱えないため、ほかの担当者が付与します。",
    ),
    (
        r"the member has a credit of this content already: .*",
        "この内容の単位は取得済です。付与できるのは一度だけです。",
    ),
    (
        r"the member has a credit of this day, code and title: .*",
        "同じ日・CC・名称の単位がすでにあります。別の内容の場合は、会員の情報の画面から付与してください。",
    ),
    (
        r"is the name of several contents here: write the kind, too",
        "同じ短い名前の講座などが複数あります。種別も書いてください。",
    ),
    (r"is empty: this content has no day of its own", "空欄です。受講日を書いてください。"),
    (r"is empty, and no reason is given .*", "空欄です。全体に共通の理由もありません。"),
    (r"this content brings (.+) here: .*", r"この講座などの単位は\1です。空欄にしてください。"),
    (r"the same ID stands on line (\d+)", r"\1行目に同じIDがあります。"),
    # a line
    (r"the header stands here a second time: .*", "見出し行がもう一度あります。この行を削除してください。"),
    (r"the line has (\d+) cells, and the header has (\d+)", r"この行のセルは\1個で、見出しは\2個です。"),
    (r"the quotation marks do not match", '引用符（"）の対応が取れていません。'),
    (r"the line has more than ([\d,]+) characters", r"この行は\1文字を超えています。"),
    (r"cells are merged here: .*", "セルが結合されています。結合を解除してください。"),
    (
        r"holds an error of the spreadsheet .*",
        "表計算ソフトのエラー値（#N/Aなど）があります。数式を直すか、値を書いてください。",
    ),
    # the header
    (r"column (\d+) is not one of the header: (.*)", r"\1列目の見出しは、取り込む項目ではありません：\2"),
    (r"this column stands twice", "同じ見出しが2つあります。"),
    (
        r"this column is missing: .*",
        "この列がありません。空欄でもかまいませんが、列がないと値が消えてしまうため取り込みません。",
    ),
    (r"the header stands in line (\d+): .*", r"見出しが\1行目にあります。その上の行を削除してください。"),
    (r"no header: .*", "見出し行がありません。1行目に項目名を書いてください。"),
    # the file
    (r"there is no member in the file", "会員の行がありません。"),
    (r"there is no credit in the file", "単位の行がありません。"),
    (r"has hidden columns \((.*)\): .*", r"非表示の列があります（\1）。再表示して内容を確かめるか、削除してください。"),
    (r"is larger than (\d+) MB: .*", r"\1MBを超えています。名簿のファイルではありません。"),
    (
        r"is an old workbook .*",
        "古い形式（.xls）またはパスワード付きのファイルです。パスワードを外し、.xlsxで保存し直してください。",
    ),
    (
        r"unpacks into more than (\d+) MB: .*",
        rf"展開すると\1MBを超えます。必要な行だけを新しいブックに写すか、{_CSV}。",
    ),
    (r"is locked with a password: .*", "パスワードで保護されています。パスワードを外して保存してください。"),
    (r"is no workbook of this kind: .*", f"この形式のブックは読めません。.xlsxか、{_CSV}。"),
    (
        r"has cells that don't say where they stand: .*",
        "セルの位置が読み取れません。表計算ソフトで開いて、保存し直してください。",
    ),
    (r"is a damaged workbook: .*", "ファイルが壊れています。開いて、保存し直してください。"),
    (
        r"has (\d+) sheets that hold something \((.*)\): .*",
        r"内容のあるシートが\1枚あります（\2）。取り込むシートだけにしてください。",
    ),
    (r"holds something in cell (\w+), far from everything else: .*", r"離れたセル\1に値があります。削除してください。"),
    (r"can be read as UTF-8 and as CP932 .*", f"文字コードを判別できません。{_CSV}。"),
    (
        r"seems to be UTF-8 that was opened in another encoding .*",
        f"文字化けしたまま保存されています。元のファイルを{_CSV}。",
    ),
    (r"is UTF-16 without its mark, or no text: .*", f"文字のファイルではないか、BOMのないUTF-16です。{_CSV}。"),
    (r"is UTF-16, and damaged: line (\d+) .*", r"UTF-16のファイルが壊れています（\1行目を読めません）。"),
    (r"is ISO-2022-JP .*", f"文字コードがJIS（ISO-2022-JP）です。{_CSV}。"),
    (r"seems to be EUC-JP: .*", f"文字コードがEUC-JPのようです。{_CSV}。"),
    (r"seems to be Windows-1252 .*", f"文字コードが欧文（Windows-1252）のようです。{_CSV}。"),
    (r"is UTF-8, and damaged: line (\d+) .*", r"UTF-8のファイルが壊れています（\1行目を読めません）。"),
    (
        r"is neither UTF-8 nor CP932 \(Shift_JIS\): line (\d+) .*",
        r"UTF-8でもShift_JIS（CP932）でもありません（\1行目を読めません）。",
    ),
)


def said(reason: str) -> str:
    for form, ours in _REASONS:
        if found := re.fullmatch(form, reason, re.DOTALL):
            return found.expand(ours)
    return reason
