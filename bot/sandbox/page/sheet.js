/** Dialogs over the phone: sheets from below, the alert, the enlarged picture and the overlay with another page. */

import { byId, el, iconButton } from "./dom.js";
import { w } from "./words.js";

/** Opens a `<dialog>` with these nodes in its panel; a tap beside the panel closes it. */
export function openSheet(dialog, ...nodes) {
  dialog.replaceChildren(el("div", { class: "panel", tabindex: "-1", autofocus: true }, ...nodes));
  dialog.onclick = (event) => event.target === dialog && dialog.close();
  if (!dialog.open) dialog.showModal();
}

/** The head of a sheet: its title and the button that closes it. */
export function head(dialog, title) {
  const close = iconButton("close", w().close, () => dialog.close());
  return el("div", { class: "head" }, el("h2", { id: `${dialog.id}-title` }, title), close);
}

export function closeSheets() {
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
}

const waiting = [];

/** The alert of an answered press; a second one waits for the first. */
export function alertText(text) {
  const dialog = byId("alert");
  if (dialog.open) {
    waiting.push(text);
    return;
  }
  const ok = el("button", { type: "button", class: "primary", onclick: () => dialog.close() }, w().ok);
  dialog.onclose = () => waiting.length && alertText(waiting.shift());
  openSheet(dialog, el("p", { id: "alert-text" }, text), ok);
  ok.focus();
}

/** A picture over the whole phone; a tap changes between fitting and full size. */
export function enlarge(url, caption) {
  const dialog = byId("picture");
  const image = el("img", { src: url, alt: caption || w().picture });
  const room = el("button", { type: "button", class: "room", "aria-label": w().enlarge(caption || w().picture), "aria-pressed": "false" }, image);
  room.addEventListener("click", () => {
    const large = dialog.classList.toggle("large");
    room.setAttribute("aria-pressed", String(large));
  });
  dialog.classList.remove("large");
  dialog.setAttribute("aria-label", caption || w().picture);
  openSheet(dialog, iconButton("close", w().close, () => dialog.close()), room, caption ? el("p", {}, caption) : null);
}

/** Another page over the chat (the watch page, a Mini App). It can also close itself by a message. */
export function openOverlay(url, title) {
  const dialog = byId("overlay");
  const frame = el("iframe", { src: url.href, title, allow: "autoplay; fullscreen; picture-in-picture" });
  const away = el("a", { class: "icon", href: url.href, target: "_blank", rel: "noopener noreferrer", "aria-label": w().newTab });
  away.append(iconButton("out", "").firstChild);
  const bar = head(dialog, title);
  bar.insertBefore(away, bar.lastChild);
  const listen = (event) => {
    const own = event.source === frame.contentWindow && sameHost(event.origin);
    if (own && event.data?.type === "tani-close") dialog.close();
  };
  addEventListener("message", listen);
  dialog.onclose = () => {
    removeEventListener("message", listen);
    dialog.replaceChildren(); // ends the player
  };
  openSheet(dialog, bar, frame);
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Whether an address is on this page's machine, on any port. */
export function sameHost(address) {
  const { hostname } = URL.canParse(address) ? new URL(address) : { hostname: "" };
  return hostname === location.hostname || (LOOPBACK.has(hostname) && LOOPBACK.has(location.hostname));
}
