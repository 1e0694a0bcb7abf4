/** Toasts, the line about the chat's doings, and copying. */

import { byId } from "./dom.js";
import { w } from "./words.js";

const TOAST = 4000;
const ACTION = 5000; // Telegram shows a chat action for five seconds, or until the next message
const toastNode = byId("toast"); // moves between dialogs, which empty themselves, so it is held here
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

/** What the bot is doing; null when it is doing nothing. */
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
