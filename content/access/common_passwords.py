"""Words that many Japanese users choose as passwords, and words around this association. Lower case, no punctuation."""

COMMON = frozenset(
    """
    password ilovejapan mypassword newpassword testtest helloworld letmein welcome login telegram
    sakura himawari hanako taro tarou yamada suzuki sato satou tanaka takahashi watanabe nippon nihon japan tokyo
    osaka kyoto kobe yokohama nagoya sapporo fukuoka fujisan ninja samurai totoro doraemon pikachu
    konnichiwa ohayou arigato arigatou sayonara aishiteru daisuki himitsu pasuwado pasuwaado
    パスワード ぱすわーど ひみつ あいしてる あいうえお あいうえおかきくけこ いろはにほへと さくら 暗証番号
    doctor doctors drdoctor physician surgeon nurse hospital clinic medical medicine patient health healthcare
    byouin byoin isha oisha ishi ishikai nichii nihonishikai japanmedicalassociation jma jmamember mamis elearning
    shougaikyouiku tani tanibot credit credits kouketsuatsu stethoscope cardiology karte
    日本医師会 医師会 日医 病院 医師 生涯教育
    """.split()  # noqa: SIM905 - as a list, one word a line, nobody would read it
)
