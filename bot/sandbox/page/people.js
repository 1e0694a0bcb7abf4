/** The people of the demo: the switcher, what to try them with, the first-visit card and the empty chat. */

import * as api from "./api.js";
import { avatar, byId, el, icon } from "./dom.js";
import { copy } from "./notices.js";
import { head, openSheet } from "./sheet.js";
import { cardOf, w } from "./words.js";

const KNOWN = "tani.sandbox.known";

function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be forbidden; the page works without it
  }
}

function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    /* as above */
  }
}

const seenKey = (person) => `tani.sandbox.seen.${person.id}`;
export const markSeen = (person, messageId) => keep(seenKey(person), String(messageId));

/** Messages of the bot that this browser has not shown yet. */
async function unread(person) {
  const { messages } = await api.chat(person.id);
  const seen = Number(recall(seenKey(person)) ?? 0);
  const restarted = !messages.some((message) => message.message_id >= seen);
  return messages.filter((message) => message.from?.id !== person.id && (restarted || message.message_id > seen)).length;
}

/** The button in the bar. */
export function showWho(person) {
  const { role } = cardOf(person);
  const names = el("span", { class: "names" }, el("span", { class: "name" }, person.name), el("span", { class: "role" }, role));
  byId("who").replaceChildren(avatar(person), names, icon("down"));
  byId("who").setAttribute("aria-label", `${w().people}: ${person.name} ${role}`);
}

/** Facts to try a person with; each is copied by a tap, without the word that names it. */
export function hints(person) {
  const chips = cardOf(person).hints.map((hint) => {
    const [, label, value] = /^(.*?)[\s　:：]+(\S+)$/.exec(hint) ?? [hint, "", hint];
    const text = el("span", { class: "hint" }, label ? el("span", { class: "label" }, label) : null, el("span", { class: "value" }, value));
    return el("button", { type: "button", class: "chip", "aria-label": w().copy(hint), onclick: () => copy(value) }, text, icon("copy"));
  });
  return chips.length ? el("div", { class: "chips" }, ...chips) : null;
}

function rowOf(person, current, choose) {
  const { role, about } = cardOf(person);
  const badge = el("span", { class: "badge", hidden: true });
  const line = el("span", { class: "first" }, el("span", { class: "name" }, person.name), el("span", { class: "role" }, role));
  const names = el("span", { class: "names" }, line, el("span", { class: "about" }, about));
  const mark = person === current ? icon("check") : badge;
  const row = { type: "button", class: "person", "aria-current": person === current ? "true" : null, onclick: () => choose(person) };
  return { node: el("button", row, avatar(person), names, mark), badge };
}

async function fill(badge, person) {
  const n = await unread(person).catch(() => 0);
  badge.hidden = n === 0;
  badge.textContent = n > 99 ? "99+" : String(n);
  badge.setAttribute("aria-label", w().unread(n));
}

/** The sheet in which another person is chosen. `block` is missing if the bot is blocked already. */
export function openPeople(world, current, { choose, block }) {
  const dialog = byId("people");
  const pick = (person) => {
    dialog.close();
    choose(person);
  };
  const rows = world.people.map((person) => {
    const { node, badge } = rowOf(person, current, pick);
    if (person !== current) void fill(badge, person);
    return person === current ? el("div", { class: "current" }, node, hints(person)) : node;
  });
  const stop = block && el("button", { type: "button", class: "quiet", onclick: () => (dialog.close(), block()) }, w().block);
  const about = el("button", { type: "button", class: "quiet", onclick: () => (dialog.close(), openWelcome(world, choose)) }, w().about);
  openSheet(dialog, head(dialog, w().people), el("div", { class: "scroll" }, ...rows, about, stop));
}

/** The card that says what this page is. Once closed, it does not open by itself again. */
export function openWelcome(world, choose) {
  const dialog = byId("welcome");
  const words = w().welcome;
  const pick = (person) => {
    dialog.close();
    choose(person);
  };
  dialog.onclose = () => keep(KNOWN, "1");
  openSheet(
    dialog,
    el("div", { class: "scroll" },
      el("h2", { id: "welcome-title" }, words.title),
      el("p", { class: "lead" }, words.what),
      el("ul", { class: "facts" }, ...words.facts.map((fact) => el("li", {}, fact))),
      el("h3", {}, words.first),
      el("ol", { class: "steps" }, ...words.steps.map((step) => el("li", {}, step))),
      el("h3", {}, words.who),
      ...world.people.map((person) => rowOf(person, null, pick).node)),
    el("div", { class: "foot" }, el("button", { type: "button", class: "primary", onclick: () => dialog.close() }, words.go)),
  );
  dialog.querySelector(".scroll").scrollTop = 0;
}

export const welcomeOnce = (world, choose) => recall(KNOWN) || openWelcome(world, choose);

/** What an empty chat shows: which person is selected, and the button that begins. */
export function showEmpty(person, start) {
  const { role, about } = cardOf(person);
  const button = el("button", { type: "button", class: "primary start", onclick: start }, w().start);
  const name = el("p", { class: "name" }, person.name);
  byId("empty").replaceChildren(avatar(person), name, el("p", { class: "role" }, role), el("p", { class: "about" }, about), hints(person) ?? "", button);
}
