/** Presses that wait for their answer. */

import * as api from "./api.js";
import { toast } from "./notices.js";
import { w } from "./words.js";

const PATIENCE = 10_000;
const REMEMBERED = 50;

export class Presses {
  #waiting = new Map(); // query id -> what to do when it is answered
  #early = []; // ids answered before the server's reply to the press itself was read

  /** Presses a button. The button looks busy until the press is answered, but for ten seconds at most. */
  async send(user, messageId, data, node) {
    if (node.getAttribute("aria-busy") === "true") return;
    const free = busy(node);
    try {
      const { query_id } = await api.press(user, messageId, data);
      if (this.#early.includes(query_id)) free();
      else this.#waiting.set(query_id, free);
    } catch (error) {
      console.warn(error);
      free();
      toast(w().notPressed);
    }
  }

  settle(queryId) {
    const free = this.#waiting.get(queryId);
    this.#waiting.delete(queryId);
    if (free) free();
    else this.#early = [...this.#early.slice(-REMEMBERED), queryId];
  }
}

function busy(node) {
  const timer = setTimeout(free, PATIENCE);
  node.setAttribute("aria-busy", "true");
  node.setAttribute("aria-description", w().busy);
  function free() {
    clearTimeout(timer);
    node.removeAttribute("aria-busy");
    node.removeAttribute("aria-description");
  }
  return free;
}
