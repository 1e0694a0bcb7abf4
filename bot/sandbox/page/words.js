/** The page's own words, in the language of the browser: they belong to whoever looks at the demo. */

const JA = {
  nextDay: "翌日へ",
  demo: "デモ", toComposer: "メッセージの入力へ", writing: "メッセージを書く",
  bot: "ボット",
  you: "あなた",
  log: "会話",
  lost: "接続が切れました。再接続しています",
  message: "メッセージ",
  menu: "コマンド一覧",
  attach: "ファイルを添付",
  detach: "添付をやめる",
  send: "送信",
  start: "はじめる",
  fresh: (n) => `新着 ${n}`,
  toEnd: "最新のメッセージへ",
  edited: "編集済",
  close: "閉じる",
  ok: "OK",
  copy: (what) => `${what}をコピー`,
  copied: "コピーしました",
  notCopied: "コピーできませんでした。長押しで選んでコピーしてください。",
  people: "人を切り替える",
  unread: (n) => `未読 ${n}件`,
  block: "ボットをブロックする",
  unblock: "ブロックを解除する",
  about: "このデモについて",
  open: "開く",
  newTab: "新しいタブで開く",
  picture: "画像",
  enlarge: (what) => `拡大：${what}`,
  hidden: "隠された文。押すと表示します",
  more: "続きを表示",
  less: "折りたたむ",
  forwarded: "転送されたメッセージ",
  busy: "応答を待っています",
  notHere: "このボタンはサンドボックスでは使えません。",
  notSent: "送信できませんでした。入力した内容は残しています。もう一度送信してください。",
  notPressed: "ボットに届きませんでした。もう一度押してください。",
  notBlocked: "変更できませんでした。もう一度押してください。",
  notMoved: "日付を進められませんでした。もう一度押してください。",
  moved: (day) => `${day}になりました`,
  actions: {
    typing: "入力しています…",
    upload_document: "書類を送っています…",
    upload_photo: "画像を送っています…",
    upload_video: "動画を送っています…",
    other: "準備しています…",
  },
  kinds: {
    voice: "音声メッセージ", audio: "音声", video_note: "ビデオメッセージ", sticker: "スタンプ", contact: "連絡先",
    location: "位置情報", venue: "場所", poll: "アンケート", dice: "サイコロ", other: "その他のメッセージ",
  },
  welcome: {
    title: "単位 Tan'i のデモ",
    what: "生涯教育の受講と単位取得を、チャットで行うデモです。Telegramのアカウントは要りません。",
    facts: [
      "この画面は、この端末の中だけで動くTelegramの代わりです。入力した内容は端末の外に送信されません。",
      "日本医師会とは関係のない、独立したソフトウェアです。",
      "会員・講座・問題は、すべて見本です。",
    ],
    first: "まず試すこと",
    steps: [
      "「はじめる」を押します。",
      "「ログインする」に進み、選んだ人のユーザーIDとパスワードを入力します。左上の名前を押すと、コピーできます。",
      "「高血圧」と送信して講座を開き、動画を視聴して、テストを受けます。",
      "「翌日へ」で日付を進め、受講証明書を受け取ります。",
    ],
    who: "登場する人",
    go: "チャットを開く",
  },
};

const EN = {
  nextDay: "Next day",
  demo: "Demo", toComposer: "Go to the message field", writing: "Write a message",
  bot: "Bot",
  you: "You",
  log: "Conversation",
  lost: "Connection lost. Reconnecting",
  message: "Message",
  menu: "Commands",
  attach: "Attach a file",
  detach: "Remove the attachment",
  send: "Send",
  start: "Start",
  fresh: (n) => `${n} new`,
  toEnd: "To the latest message",
  edited: "edited",
  close: "Close",
  ok: "OK",
  copy: (what) => `Copy ${what}`,
  copied: "Copied",
  notCopied: "Could not copy. Select the text and copy it by hand.",
  people: "Switch person",
  unread: (n) => `${n} unread`,
  block: "Block the bot",
  unblock: "Unblock the bot",
  about: "About this demo",
  open: "Open",
  newTab: "Open in a new tab",
  picture: "Picture",
  enlarge: (what) => `Enlarge: ${what}`,
  hidden: "Hidden text. Press to show it",
  more: "Show more",
  less: "Show less",
  forwarded: "Forwarded message",
  busy: "Waiting for the answer",
  notHere: "This button does not work in the sandbox.",
  notSent: "Could not send. Your text is kept. Please send it again.",
  notPressed: "Could not reach the bot. Please press again.",
  notBlocked: "Nothing was changed. Please press again.",
  notMoved: "Could not move to the next day. Please press again.",
  moved: (day) => `It is now ${day}`,
  actions: {
    typing: "typing…",
    upload_document: "sending a document…",
    upload_photo: "sending a picture…",
    upload_video: "sending a video…",
    other: "preparing…",
  },
  kinds: {
    voice: "Voice message", audio: "Audio", video_note: "Video message", sticker: "Sticker", contact: "Contact",
    location: "Location", venue: "Venue", poll: "Poll", dice: "Dice", other: "Other message",
  },
  welcome: {
    title: "Tan'i (単位) demo",
    what: "Continuing medical education and its credits, all in one chat. No Telegram account needed.",
    facts: [
      "This page stands in for Telegram and runs only on this machine. Nothing you enter leaves it.",
      "This is independent software, not affiliated with the Japan Medical Association.",
      "All members, courses and questions are samples.",
    ],
    first: "What to try first",
    steps: [
      "Press “Start”.",
      "Press “Log in” and enter the user ID and password of the person you chose. Press the name at the top left to copy them.",
      "Send 高血圧 (hypertension), open the course, watch the videos and take the test.",
      "Press “Next day” to move on to tomorrow, then get your certificate.",
    ],
    who: "Who you can be",
    go: "Open the chat",
  },
};

let words = JA;

export const w = () => words;
export const isJapanese = () => words === JA;

/** The person's card in the language of the page. */
export const cardOf = (person) => (isJapanese() ? person : { ...person, ...person.english });

/** Selects the words for the browser's language and writes them into the page's title and the elements marked `data-say…`. */
export function speak(language) {
  words = language.toLowerCase().startsWith("ja") ? JA : EN;
  document.title = `単位 Tan'i ${words.demo}`;
  document.documentElement.lang = isJapanese() ? "ja" : "en";
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = words[node.dataset.say];
  for (const node of document.querySelectorAll("[data-say-label]")) node.setAttribute("aria-label", words[node.dataset.sayLabel]);
  for (const node of document.querySelectorAll("[data-say-hint]")) node.placeholder = words[node.dataset.sayHint];
}
