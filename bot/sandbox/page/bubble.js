/** One message of the chat. An edit changes only the parts that differ, so that nothing flickers or loses the focus. */

import { dayKey, dayText, hourText, ofMessage } from "./dates.js";
import { el, unseen } from "./dom.js";
import { rich } from "./entities.js";
import { focusIn, keyboard, refocus } from "./keyboard.js";
import { CARRIES, media } from "./media.js";
import { w } from "./words.js";

export class Bubble {
  #parts = {}; // name -> { sign: JSON of what it shows, node }

  constructor(message, me, act) {
    this.act = act;
    this.mine = message.from?.id === me;
    this.day = el("p", { class: "day", hidden: true });
    this.balloon = el("div", { class: "balloon" });
    this.block = el("div", { class: "block" }, this.balloon);
    this.node = el("article", { class: this.mine ? "message mine" : "message" }, this.day, this.block);
    this.node.dataset.id = message.message_id;
    this.show(message);
  }

  show(message) {
    this.message = message;
    const carried = CARRIES.map((name) => message[name]);
    const body = message.text ?? message.caption;
    const marks = message.entities ?? message.caption_entities;
    this.#part("who", this.mine, () => unseen(`${this.mine ? w().you : w().bot}: `));
    this.#part("forward", message.forward_origin, () => message.forward_origin && el("p", { class: "forward" }, w().forwarded));
    this.#part("quote", message.reply_to_message, () => quote(message.reply_to_message));
    this.#part("media", [carried, message.caption], () => media(message, this.act));
    this.#part("text", [body, marks], () => body && el("div", { class: "text" }, rich(body, marks, this.act)));
    this.#part("meta", [message.date, this.#edited()], () => this.#meta());
    this.#keys();
    this.node.classList.toggle("keyed", Boolean(this.#parts.keys.node));
    this.node.classList.toggle("pictured", Boolean(message.photo ?? message.video ?? message.animation));
  }

  /** Shows the day above the message, if the message before it is of another day. */
  follow(previous) {
    const moment = ofMessage(this.message);
    const fresh = !previous || dayKey(ofMessage(previous.message)) !== dayKey(moment);
    this.day.hidden = !fresh;
    this.day.textContent = fresh ? dayText(moment) : "";
    this.node.classList.toggle("same", !fresh && previous.mine === this.mine);
  }

  #edited() {
    return this.mine && Boolean(this.message.edit_date);
  }

  #meta() {
    const time = hourText(ofMessage(this.message));
    return el("span", { class: "meta" }, this.#edited() ? `${w().edited} ${time}` : time);
  }

  #keys() {
    const held = focusIn(this.#parts.keys?.node);
    if (this.#part("keys", this.message.reply_markup, () => keyboard(this.message, this.act), this.block)) {
      refocus(this.#parts.keys.node, held);
    }
  }

  /** Makes a part again if what it shows has changed; returns whether it did. */
  #part(name, shown, make, parent = this.balloon) {
    const sign = JSON.stringify(shown ?? null);
    const old = this.#parts[name];
    if (old?.sign === sign) return false;
    const node = make() || null;
    if (old?.node && node) old.node.replaceWith(node);
    else if (old?.node) old.node.remove();
    else if (node) this.#insert(name, node, parent);
    this.#parts[name] = { sign, node };
    return true;
  }

  #insert(name, node, parent) {
    const order = ["who", "forward", "quote", "media", "text", "meta"];
    const later = order.slice(order.indexOf(name) + 1).map((part) => this.#parts[part]?.node);
    parent.insertBefore(node, name === "keys" ? null : later.find((other) => other?.parentNode === parent) ?? null);
  }
}

function quote(message) {
  if (!message) return null;
  return el("p", { class: "quote" }, (message.text ?? message.caption ?? w().kinds.other).slice(0, 80));
}
