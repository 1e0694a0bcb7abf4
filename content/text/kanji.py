"""Forms of one kanji that stand in names: a search for one of them finds the others too.

Most are the pairs of old and new forms of the 常用漢字表 and the 人名用漢字; the rest are forms that Japanese family
registers hold. They have not been compared with a published table. A search takes the forms of a
group for the same kanji, a paper never does. Forms that NFKC makes alike are not listed.
"""

_GROUPS = """
斉齊斎齋亝 辺邊邉 高髙 崎﨑嵜碕 吉𠮷 富冨 浜濱濵 沢澤 広廣 島嶋嶌 桜櫻 竜龍龒 国國囯 滝瀧 真眞 瀬瀨
徳德 恵惠 曽曾 峰峯 桑桒 船舩 柳栁桺 館舘 槙槇 亀龜 学學斈 緑綠 横橫 黒黑 関關 鉄鐵銕 鶴靏靍 豊豐
宝寶寳 塩鹽 園薗 土圡 淵渕渊 穂穗 稲稻 条條 彦彥 静靜 清淸 青靑 壮壯 将將 巌巖 岳嶽 弥彌 恒恆 悦悅
栄榮 楽樂 様樣 橋槗 歩步 衛衞 礼禮 体體躰 寿壽 実實 尭堯 遥遙 晋晉 暁曉 栃杤 桧檜 蔵藏 薫薰 蛍螢
諌諫 郷鄕鄉 鎮鎭 顔顏 頼賴 頬頰 駆驅 駅驛 鴎鷗 鴬鶯 麺麵 麹麴 黄黃 歯齒 齢齡 点點 党黨 塁壘 増增
壊壞 売賣 変變 奥奧 奨奬 嬢孃 宮宫 寛寬 対對 専專 尽盡 届屆 属屬 岡崗 巣巢 帯帶 帰歸 庁廳 応應
従從 恋戀 惨慘 慎愼 戦戰 戯戲 戻戾 払拂 抜拔 択擇 担擔 拝拜 拠據 拡擴 挙擧 挟挾 挿插 捜搜 掲揭
揺搖 摂攝 数數 断斷 旧舊 昼晝 晩晚 枢樞 桟棧 検檢 楼樓 権權 欧歐 歓歡 残殘 毎每 気氣 決决 沖冲
浄淨 浅淺 涙淚 渇渴 渉涉 済濟 渓溪谿 温溫 湾灣 湿濕 満滿 潜潛 灯燈 炉爐 焼燒 煕熙 犠犧 独獨 狭狹
猟獵 献獻 瑶瑤 画畫 畳疊 痩瘦 痴癡 発發 県縣 禄祿 禅禪 秘祕 称稱 穏穩 窃竊 竪豎 篭籠 粋粹 糸絲
経經 継繼 続續 総總 緒緖 縁緣 縄繩 縦縱 繊纖 聡聰 聴聽 肃粛肅 胆膽 脳腦 臓臟 芦蘆 芸藝 茎莖 茘荔
荘莊 萌萠 蒋蔣 薬藥 虚虛 虫蟲 蛎蠣 蝋蠟 蝉蟬 衆眾 装裝 褒襃 覇霸 覚覺 覧覽 観觀 触觸 訳譯 証證
誉譽 読讀 謡謠 譲讓 賎賤 賛贊 軽輕 転轉 辞辭 逓遞 遅遲 郎郞 酔醉 醸釀 釈釋 鈎鉤 鉱鑛 銭錢 録錄
鋳鑄 錬鍊 陥陷 険險 随隨 隠隱 隣鄰 雑雜 霊靈 余餘 騒騷 験驗 髄髓 鯵鰺 鶏鷄雞 麦麥 万萬 与與 両兩
並竝 乗乘 乱亂 争爭 亜亞 亘亙 仏佛 仮假 会會 伝傳 価價 侠俠 倹儉 偽僞 児兒 内內 円圓 写寫 処處
剣劍劔劒 剤劑 剰剩 励勵 労勞 効效 勅敕 勧勸 勲勳 区區 医醫 単單 即卽 厳嚴 参參 双雙 収收 叙敍敘
台臺 号號 呉吳 哲喆 嘱囑 囲圍 図圖 団團 圏圈 圧壓 堕墮 妍姸 姫姬 娯娛 来來 松枩 秋秌穐 杉杦 梅楳
祇祗 祢禰 祷禱 穣穰 為爲 爾尓 瓶甁 町甼 略畧 皐皋 盗盜 盖蓋 砕碎 砿礦 礪砺 涌湧 凉涼 凛凜
昂昻 晃晄 晧皓 杯盃 棲栖 柏栢 草艸 苅刈 嘗甞 堤隄 墻牆 教敎 既旣 概槪 歴歷 暦曆 状狀 闘鬪 戸戶
産產 説說 税稅 脱脫 鋭銳 閲閱 填塡 藪薮籔 野埜 予豫 村邨 兎兔莵 宜冝 喜㐂 留畄 回廻 髪髮 欅﨔 京亰
世卋 婿壻 昇曻 曹曺 間閒 飲飮 協恊 第㐧 鎌鐮 舎舍 舗舖 姉姊 寝寢 強强 呂吕 巻卷 亡亾 竈竃 蝿蠅
頸頚 壷壺 剥剝
"""


def groups() -> tuple[str, ...]:
    """The forms of one kanji each, the most usual first."""
    return tuple(_GROUPS.split())


SAME = {ord(form): group[0] for group in groups() for form in group[1:]}
"""Each other form to the first of its group, for `str.translate`."""
