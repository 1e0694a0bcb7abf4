/** The menu of commands, left of the composing line. */

import { byId, el } from "./dom.js";
import { head, openSheet } from "./sheet.js";
import { w } from "./words.js";

let commands = [];
let app = null; // a bot's menu button may open a page instead of the list

export function setCommands(list, menuButton) {
  commands = list ?? [];
  if (menuButton) app = menuButton.type === "web_app" ? menuButton : null;
  byId("menu").hidden = !commands.length && !app;
}

export function openCommands(send, openAddress) {
  if (app) {
    openAddress(app.web_app.url, app.text, true);
    return;
  }
  const dialog = byId("commands");
  const rows = commands.map(({ command, description }) => {
    const run = () => {
      dialog.close();
      void send(`/${command}`);
    };
    return el("button", { type: "button", class: "command", onclick: run }, el("span", { class: "name" }, `/${command}`), el("span", { class: "about" }, description));
  });
  const list = el("div", { class: "scroll", onkeydown: walk }, ...rows);
  openSheet(dialog, head(dialog, w().menu), list);
  rows[0]?.focus();
}

/** Lets the arrow keys go through the list. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll("button")];
  rows.at((rows.indexOf(document.activeElement) + step) % rows.length)?.focus();
}
