// The watch page: opens a viewing, plays, and tells the server what was played.

import { NoAnswer } from "./ask.js";
import { Beats } from "./beats.js";
import { find, show } from "./dom.js";
import { Onward } from "./onward.js";
import { Player } from "./player.js";
import { add, creditable, gaps } from "./spans.js";
import { Speeds } from "./speeds.js";
import * as telegram from "./telegram.js";
import { View } from "./view.js";
import { given, learn, say } from "./words.js";

const NOTICE = 5_000;
const video = find("player");
let state = null;
let inSight = !document.hidden;
let rested = false; // the film has come to its end, and nothing was done since
let moving = false;

const player = new Player(video, {
  heard: (from, to) => beats.heard(from, to),
  stopped: (resting) => { if (resting || creditable(beats.owed) > 0) beats.tell(); },
  moved: () => draw(),
  ended: () => { rested = true; draw(); },
  unplayable: () => show("unplayable", true),
});
let beats = telling();
const view = new View(go);
const onward = new Onward({ next: moveOn, gap: go, test: toChat });
const speeds = new Speeds(document.querySelector(".choices"), video, (limit) => notice(say("speed_limit", { speed: limit })));

// Reports about the film of this address.
function telling() {
  return new Beats(location.pathname.replace(/\/$/, ""), {
    changed,
    stopped: (trouble) => stop(reason(trouble)),
    position: () => video.currentTime,
    playing: () => !video.paused && !video.ended,
    visible: () => inSight,
  });
}

async function open() {
  try {
    const opened = await beats.open(telegram.initData);
    learn(opened.words);
    const first = state === null;
    state = opened;
    view.chapter(state);
    view.screen("watching");
    show("in-browser", Boolean(state.browser_url));
    if (first) begin();
    draw();
  } catch (trouble) {
    stop(reason(trouble));
  }
}

// A fault of the page's own is not put down to the connection.
function reason(trouble) {
  if (trouble instanceof NoAnswer) return "unreachable";
  if (!trouble.code) console.error(trouble);
  return trouble.code ?? "broken";
}

function begin() {
  speeds.offer(state.speed);
  rested = false;
  player.load(state.media, state.seconds, asked() ?? resume());
}

// The second that the address names, if it names one within the film; it is good once.
function asked() {
  const told = new URLSearchParams(location.search).get("t");
  if (told === null) return null;
  history.replaceState(null, "", location.pathname + location.hash);
  return /^\d{1,4}$/.test(told) && Number(told) < state.seconds ? Number(told) : null;
}

// The next chapter on the same page: the player that the member has started may go on by itself.
async function moveOn() {
  if (moving || !state.next) return;
  moving = true;
  video.pause();
  await beats.close();
  history.replaceState(null, "", new URL(state.next.url).pathname + location.hash);
  state = null;
  beats = telling();
  await open();
  if (state) play();
  moving = false;
}

// Where the member left off. From the end of the film it goes back to the first missing part, or to the beginning.
function resume() {
  const { position, seconds, spans } = state;
  return position < seconds - 1 ? position : (gaps(spans, seconds)[0]?.[0] ?? 0);
}

function changed(answer) {
  if (answer) state = { ...state, ...answer };
  if (beats.takenOver) video.pause();
  show("taken-over", beats.takenOver);
  draw();
}

function draw() {
  if (!state) return;
  view.record(state, beats.owed);
  onward.draw(state, missing());
  if (rested && state.complete && state.next && inSight && !onward.counting && !moving) follow();
  view.bar.move(video.currentTime);
  view.trouble({ lostAt: beats.lostAt, sending: video.paused && !beats.stuck && creditable(beats.owed) > 0, owing: creditable(beats.owed) > 0 });
}

// Once for each time that the film comes to its end.
function follow() {
  rested = false;
  onward.begin();
}

// The first stretch that is missing when the film has come to its end; null while it plays or was moved elsewhere.
function missing() {
  if (!video.ended) return null;
  const played = beats.owed.reduce((all, [from, to]) => add(all, from, to), state.spans);
  return gaps(played, state.seconds).find(([from, to]) => to - from >= 0.5) ?? null;
}

function notice(text) {
  view.notice = text;
  draw();
  setTimeout(() => { view.notice = ""; draw(); }, NOTICE);
}

function stop(code) {
  video.pause();
  view.stop(code, code === "unreachable");
  show("to-chat", Boolean(given.chat_url) || telegram.isMiniApp || telegram.isFramed);
}

function go(position) {
  player.seek(position);
  play();
}

function play() {
  video.play().catch(() => {}); // some browsers play only after the member has pressed on the player
}

async function continueHere() {
  show("taken-over", false);
  await open();
  play();
}

function sight(visible) {
  if (visible === inSight) return;
  inSight = visible;
  player.show(visible);
  if (visible) beats.shown();
  else {
    onward.stop();
    beats.tell();
  }
}

function toChat() {
  telegram.backToChat(state?.chat_url ?? given.chat_url);
}

function again() {
  show("unplayable", false);
  player.load(state.media, state.seconds, video.currentTime || resume());
}

learn({});
setInterval(() => { if (state) beats.tick(); draw(); }, 1000);
telegram.begin((visible) => sight(visible && !document.hidden));
document.addEventListener("visibilitychange", () => sight(!document.hidden));
addEventListener("pagehide", () => { player.show(false); beats.leave(); });
addEventListener("pageshow", (event) => { if (event.persisted) player.show(inSight); });
video.addEventListener("play", () => { if (beats.takenOver) video.pause(); });
for (const act of ["play", "seeking"]) video.addEventListener(act, () => { rested = false; onward.stop(); });
find("continue-here").addEventListener("click", continueHere);
find("play-again").addEventListener("click", again);
find("again").addEventListener("click", () => { view.screen("loading"); open(); });
find("to-chat").addEventListener("click", toChat);
// Leaving the full screen by Esc is no wish to leave the page. On a page of its own Esc does nothing, as anywhere.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && telegram.isFramed && !document.fullscreenElement) toChat();
});
find("in-browser").addEventListener("click", () => telegram.openInBrowser(state.browser_url));
open();
