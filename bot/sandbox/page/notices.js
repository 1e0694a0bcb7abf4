/** Toasts, the line about what the bot is doing, and copying. */

import { byId } from "./dom.js";
import { w } from "./words.js";

const TOAST = 4000;
const ACTION = 5000; // Telegram shows a chat action for five seconds, or until the next message
const toastNode = byId("toast"); // held here, because it moves between dialogs, and those remove their contents
let toastTimer = 0;
let actionTimer = 0;

/** A short notice, above whatever dialog is open. */
export function toast(text) {
  const host = [...document.querySelectorAll("dialog[open]")].pop() ?? document.querySelector(".frame");
  if (toastNode.parentNode !== host) host.append(toastNode);
  toastNode.textContent = text;
  toastNode.classList.add("up");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(hideToast, Math.max(TOAST, text.length * 90));
}

export function hideToast() {
  toastNode.classList.remove("up");
}

/** Shows what the bot is doing; null: nothing. */
export function showAction(action) {
  const status = byId("status");
  clearTimeout(actionTimer);
  status.classList.toggle("active", Boolean(action));
  status.textContent = action ? w().actions[action] ?? w().actions.other : w().bot;
  if (action) actionTimer = setTimeout(() => showAction(null), ACTION);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(w().copied);
  } catch {
    toast(w().notCopied);
  }
}
