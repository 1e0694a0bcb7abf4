/** The inline buttons under a bubble. */

import { el, icon } from "./dom.js";
import { signed } from "./signs.js";

/** The keyboard of a message, or null. `act.button(message, button, node)` is called when one is pressed. */
export function keyboard(message, act) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  return el("div", { class: "keyboard" }, ...rows.map((row, r) => rowOf(row, r, message, act)));
}

function rowOf(row, r, message, act) {
  return el("div", { class: "row" }, ...row.map((button, c) => {
    const node = el("button", { type: "button", data: { row: r, column: c, style: button.style ?? "" } }, el("span", {}, signed(button.text)));
    if (button.callback_data === undefined) node.append(icon(sign(button)));
    node.addEventListener("click", () => act.button(message, button, node));
    return node;
  }));
}

function sign(button) {
  if (button.web_app) return "screen";
  return button.copy_text ? "copy" : "out";
}

/** The place of the focus within a keyboard, to find it again after an edit; null if the focus is elsewhere. */
export function focusIn(node) {
  const button = node?.contains(document.activeElement) ? document.activeElement.closest("button") : null;
  return button && { row: button.dataset.row, column: button.dataset.column, text: first(button) };
}

/** Gives the focus to the same button (「3」 may have become 「3 ✓」), or to the first of the message. */
export function refocus(node, held) {
  if (!held || !node) return;
  const same = node.querySelector(`[data-row="${held.row}"][data-column="${held.column}"]`);
  const target = same && first(same) === held.text ? same : node.querySelector("button");
  target?.focus({ preventScroll: true });
}

const first = (button) => button.textContent.trim().split(/\s/)[0];
