"""The passwords that everybody thinks of, and the words that this place suggests. Lower case, without punctuation."""

COMMON = frozenset(
    """
    password passwort passwords passwd passcode pass mypassword newpassword passpass changeme default temp secret
    abc abcd xyz iloveyou ilovejapan loveyou iloveu trustno letmein welcome login logon signin access admin
    administrator root user guest test tester testing testtest demo sample example hello helloworld
    qwerty qwertz azerty asdf asdfgh zxcvbn qazwsx football baseball basketball soccer hockey tennis golf
    monkey dragon master shadow michael jordan jennifer ashley sunshine princess superman batman pokemon starwars
    computer internet samsung google apple iphone android windows microsoft facebook twitter instagram
    telegram whatever freedom flower summer winter spring autumn cheese chocolate orange banana ginger pepper
    cookie killer hunter ranger charlie thomas andrew daniel robert matthew joshua george william
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
