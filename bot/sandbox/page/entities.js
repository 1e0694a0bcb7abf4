/** A text with its Telegram entities as DOM nodes. Offsets count UTF-16 units, which is how JavaScript counts too. */

import { el } from "./dom.js";
import { signed } from "./signs.js";
import { w } from "./words.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };
const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);
const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/** `act`: `command(text)`, `link(url, event)`, `copy(text)`. */
export function rich(text, entities, act) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return pieces(text, 0, text.length, sorted, act);
}

/** The nodes of text[start, end); `inside` holds the entities that begin there, outer ones first. */
function pieces(text, start, end, inside, act) {
  const nodes = document.createDocumentFragment();
  let at = start;
  for (let i = 0; i < inside.length; ) {
    const entity = inside[i];
    const stop = Math.min(entity.offset + entity.length, end);
    let next = i + 1;
    while (next < inside.length && inside[next].offset < stop) next += 1;
    if (entity.offset > at) nodes.append(signed(text.slice(at, entity.offset)));
    const begin = Math.max(entity.offset, at);
    nodes.append(wrap(entity, text.slice(begin, stop), pieces(text, begin, stop, inside.slice(i + 1, next), act), act));
    // The line break after a block is already there: a block begins and ends a line.
    at = BLOCKS.has(entity.type) && text[stop] === "\n" && stop < end ? stop + 1 : stop;
    i = next;
  }
  if (at < end) nodes.append(signed(text.slice(at, end)));
  return nodes;
}

function wrap(entity, raw, inner, act) {
  if (entity.type in PLAIN) return el(PLAIN[entity.type], {}, inner);
  const make = MAKERS[entity.type];
  return make ? make(inner, raw, entity, act) : el("span", { class: entity.type }, inner);
}

const MAKERS = {
  code: (inner, raw, _, act) => button("copyable", inner, () => act.copy(raw), w().copy(raw)),
  pre: (inner, _, entity) => el("pre", { "data-language": entity.language, tabindex: "0" }, inner),
  spoiler: (inner) => spoiler(inner),
  blockquote: (inner) => el("blockquote", {}, inner),
  expandable_blockquote: (inner) => folded(inner),
  url: (inner, raw, _, act) => link(inner, /^[a-z][a-z0-9+.-]*:/i.test(raw) ? raw : `http://${raw}`, act),
  text_link: (inner, _, entity, act) => link(inner, entity.url, act),
  email: (inner, raw, _, act) => link(inner, `mailto:${raw}`, act),
  phone_number: (inner, raw, _, act) => link(inner, `tel:${raw.replace(/[^+\d]/g, "")}`, act),
  bot_command: (inner, raw, _, act) => button("run", inner, () => act.command(raw)),
};

// A span, because a real button is a box that does not break over lines with the words around it.
function button(kind, inner, onclick, label) {
  const onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onclick();
  };
  return el("span", { role: "button", tabindex: "0", class: `inline ${kind}`, "aria-label": label, onclick, onkeydown }, inner);
}

function link(inner, address, act) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !SCHEMES.has(url.protocol)) return el("span", {}, inner);
  const onclick = (event) => act.link(url, event);
  return el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", onclick }, inner);
}

function spoiler(inner) {
  const covered = el("span", { "aria-hidden": "true" }, inner);
  const show = () => node.replaceWith(el("span", { class: "spoiler shown" }, ...covered.childNodes));
  const node = button("spoiler", covered, show, w().hidden);
  return node;
}

function folded(inner) {
  const body = el("div", {}, inner);
  const toggle = el("button", { type: "button", class: "fold", "aria-expanded": "false" }, w().more);
  toggle.addEventListener("click", () => {
    const open = toggle.getAttribute("aria-expanded") === "false";
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = open ? w().less : w().more;
  });
  return el("blockquote", { class: "foldable" }, body, toggle);
}
