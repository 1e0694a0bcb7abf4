"""The prefectures of Japan in the order of their official numbers (JIS X 0401), with their English names."""

from collections.abc import Mapping

_NAMES = """
北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県
石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県
岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県
"""
_ENGLISH = """
Hokkaido Aomori Iwate Miyagi Akita Yamagata Fukushima Ibaraki Tochigi Gunma Saitama Chiba Tokyo Kanagawa Niigata Toyama
Ishikawa Fukui Yamanashi Nagano Gifu Shizuoka Aichi Mie Shiga Kyoto Osaka Hyogo Nara Wakayama Tottori Shimane
Okayama Hiroshima Yamaguchi Tokushima Kagawa Ehime Kochi Fukuoka Saga Nagasaki Kumamoto Oita Miyazaki Kagoshima Okinawa
"""
PREFECTURES: Mapping[str, str] = dict(zip(_NAMES.split(), _ENGLISH.split(), strict=True))
"""The English name of each, by its Japanese name."""
_WRITTEN = {
    way.casefold(): name for name, english in PREFECTURES.items() for way in (name, name[:-1], english) if way != "北海"
}


def in_english(prefecture: str) -> str:
    """The English name; what is none of these stays as it is."""
    return PREFECTURES.get(prefecture, prefecture)


def find(text: str) -> str | None:
    """The Japanese name of the prefecture that is written as 東京都, 東京 or Tokyo; None if it is no prefecture."""
    return _WRITTEN.get(text.casefold())


def in_full(text: str) -> str:
    """The Japanese name; what is no prefecture stays as it is. Lists kept by hand often leave the last sign out."""
    return find(text) or text
