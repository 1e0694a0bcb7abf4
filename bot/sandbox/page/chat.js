/** The chat page of the sandbox: puts its parts together and holds what is selected. */

import * as api from "./api.js";
import { Composer } from "./composer.js";
import { Clock, dayText } from "./dates.js";
import { byId } from "./dom.js";
import { openCommands, setCommands } from "./commands.js";
import { Log } from "./log.js";
import { copy, hideToast, showAction, toast } from "./notices.js";
import { markSeen, openPeople, showEmpty, showWho, welcomeOnce } from "./people.js";
import { Presses } from "./presses.js";
import { alertText, closeSheets, enlarge, openOverlay, sameHost } from "./sheet.js";
import { isJapanese, speak, w } from "./words.js";

const clock = new Clock(byId("day"), byId("hour"));
const presses = new Presses();
const composer = new Composer({ text: sendText, file: sendFile });
const log = new Log({ scroller: byId("log"), list: byId("list"), pill: byId("pill") }, {
  button: pressed,
  command: sendText,
  copy,
  picture: enlarge,
  link: (url, event) => isWatchPage(url) && (event.preventDefault(), openOverlay(url, url.hostname)),
});
let world = { people: [], can_next_day: false };
let person = null;
let stream = null;

/** Sends a text as the selected person; returns whether it was sent. */
async function sendText(text) {
  return sent(api.sendText(person.id, text));
}

async function sendFile(file, caption) {
  return sent(api.sendFile(person.id, file, caption));
}

async function sent(request) {
  try {
    await request;
    return true;
  } catch (error) {
    console.warn(error);
    toast(w().notSent);
    return false;
  }
}

const isWatchPage = (url) => sameHost(url.href) && url.pathname.startsWith("/watch");

/** An inline button was pressed. */
function pressed(message, button, node) {
  if (button.url ?? button.web_app) openAddress(button.url ?? button.web_app.url, button.text, Boolean(button.web_app));
  else if (button.callback_data !== undefined) void presses.send(person.id, message.message_id, button.callback_data, node);
  else if (button.copy_text) void copy(button.copy_text.text);
  else toast(w().notHere);
}

function openAddress(address, title, inside = false) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) toast(w().notHere);
  else if (inside || isWatchPage(url)) openOverlay(url, title);
  else window.open(url, "_blank", "noopener,noreferrer");
}

const events = {
  message({ message }) {
    if (message.from?.id !== person.id) showAction(null);
    log.put(message);
    settled();
  },
  edit({ message }) {
    log.put(message);
  },
  delete({ message_id }) {
    log.remove(message_id);
    settled();
  },
  answer({ query_id, text, show_alert, url }) {
    presses.settle(query_id);
    if (url) openAddress(url, w().open);
    else if (text && show_alert) alertText(text);
    else if (text) toast(text);
  },
  action: ({ action }) => showAction(action),
  commands: ({ commands }) => setCommands(commands),
  now: ({ now }) => clock.set(now),
};

/** Called after the log has changed: shows or hides the empty chat's card, and notes what was seen. */
function settled() {
  byId("empty").hidden = !log.isEmpty;
  if (!document.hidden && !log.isEmpty) markSeen(person, log.lastId);
}

function choose(chosen) {
  if (chosen === person) return;
  person = chosen;
  history.replaceState(null, "", `${location.search}#person=${person.id}`);
  stream?.close();
  closeSheets();
  hideToast();
  showWho(person);
  showAction(null);
  showEmpty(person, () => sendText("/start"));
  byId("empty").hidden = true;
  clock.show();
  log.open(person.id);
  composer.open(person.id);
  setCommands([]);
  stream = new api.Stream(person.id, { history: loaded, event: (event) => events[event.type]?.(event), lost });
}

function loaded({ messages, commands, menu_button, blocked, now }) {
  showBlocked(blocked);
  clock.set(now);
  setCommands(commands, menu_button ?? { type: "default" });
  log.sync(messages);
  settled();
}

function showBlocked(blocked) {
  byId("blocked").hidden = !blocked;
  byId("composer").hidden = blocked;
}

async function setBlocked(blocked) {
  try {
    await api.block(person.id, blocked);
    showBlocked(blocked);
  } catch (error) {
    console.warn(error);
    toast(w().notBlocked);
  }
}

const lost = (is) => { byId("lost").hidden = !is; };

function personOfHash() {
  const id = new URLSearchParams(location.hash.slice(1)).get("person");
  return world.people.find((one) => String(one.id) === id);
}

/** Whom a first visit meets: the first whose Telegram speaks the language of the page. */
function firstPerson() {
  const mine = world.people.find((one) => one.language.startsWith("ja") === isJapanese());
  return mine ?? world.people[0];
}

async function toNextDay() {
  const button = byId("next-day");
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    const { now } = await api.nextDay();
    clock.set(now);
    toast(w().moved(dayText(clock.now)));
  } catch (error) {
    console.warn(error);
    toast(w().notMoved);
  }
  button.removeAttribute("aria-busy");
}

async function begin(wait = 500) {
  try {
    world = await api.people();
  } catch (error) {
    console.warn(error);
    lost(true);
    setTimeout(() => begin(Math.min(wait * 2, 8000)), wait);
    return;
  }
  clock.set(world.now);
  byId("next-day").hidden = !world.can_next_day;
  choose(personOfHash() ?? firstPerson());
  welcomeOnce(world, choose);
  await followLink();
}

/** Opens a link ?start=… of the bot as Telegram does: the chat, and /start with what the link carries. */
async function followLink() {
  const start = new URLSearchParams(location.search).get("start");
  if (start === null) return;
  history.replaceState(null, "", location.pathname + location.hash);
  await sendText(start ? `/start ${start}` : "/start");
}

byId("who").addEventListener("click", () => person && openPeople(world, person, { choose, block: byId("blocked").hidden && (() => setBlocked(true)) }));
byId("to-composer").addEventListener("click", () => byId("text").focus());
byId("menu").addEventListener("click", () => openCommands(sendText, openAddress));
byId("next-day").addEventListener("click", toNextDay);
byId("unblock").addEventListener("click", () => setBlocked(false));
addEventListener("hashchange", () => personOfHash() && choose(personOfHash()));
addEventListener("visibilitychange", () => person && settled());
speak(navigator.language);
void begin();
