/** The list of messages, and where it is scrolled to. */

import { Bubble } from "./bubble.js";
import { w } from "./words.js";

const NEAR = 40; // pixels from the end that still count as the end

export class Log {
  #bubbles = new Map(); // message_id -> Bubble, in the order of the ids
  #pinned = true;
  #fresh = 0;

  constructor({ scroller, list, pill }, act) {
    Object.assign(this, { scroller, list, pill, act, me: 0 });
    scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    pill.addEventListener("click", () => this.toEnd(true));
    // Pictures that load, a growing composer and a turned screen all change the height without a scroll event.
    const watch = new ResizeObserver(() => this.#pinned && this.toEnd());
    watch.observe(scroller);
    watch.observe(list);
  }

  get isEmpty() {
    return this.#bubbles.size === 0;
  }

  get lastId() {
    return Math.max(0, ...this.#bubbles.keys());
  }

  /** Empties the log for another person. */
  open(me) {
    this.me = me;
    this.#bubbles.clear();
    this.list.replaceChildren();
    this.#pinned = true;
    this.#count(0);
  }

  /** Makes the log hold exactly these messages, keeping the nodes that stay. */
  sync(messages) {
    const first = this.isEmpty;
    this.scroller.setAttribute("aria-busy", "true");
    this.scroller.setAttribute("aria-live", "off");
    const ids = new Set(messages.map((message) => message.message_id));
    for (const id of [...this.#bubbles.keys()]) if (!ids.has(id)) this.remove(id);
    for (const message of messages) this.put(message, first);
    if (first) this.toEnd();
    this.scroller.removeAttribute("aria-busy");
    this.scroller.setAttribute("aria-live", "polite");
  }

  /** Shows a message, new or edited. */
  put(message, quiet = false) {
    const old = this.#bubbles.get(message.message_id);
    if (old) this.#keep(() => old.show(message));
    else this.#arrive(new Bubble(message, this.me, this.act), quiet);
  }

  remove(id) {
    const bubble = this.#bubbles.get(id);
    if (!bubble) return;
    const focused = bubble.node.contains(document.activeElement);
    this.#bubbles.delete(id);
    this.#keep(() => {
      bubble.node.remove();
      this.#chain();
    });
    if (focused) this.scroller.focus({ preventScroll: true });
  }

  toEnd(smooth = false) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth && !calm ? "smooth" : "instant" });
    this.#count(0);
  }

  #arrive(bubble, quiet) {
    this.#keep(() => this.#add(bubble.message.message_id, bubble));
    if (quiet) return;
    bubble.node.classList.add("arriving");
    if (bubble.mine) this.toEnd();
    else if (!this.#pinned) this.#count(this.#fresh + 1);
  }

  #add(id, bubble) {
    const later = [...this.#bubbles.keys()].filter((other) => other > id);
    this.list.insertBefore(bubble.node, later.length ? this.#bubbles.get(Math.min(...later)).node : null);
    this.#bubbles.set(id, bubble);
    if (later.length) this.#bubbles = new Map([...this.#bubbles].sort(([a], [b]) => a - b));
    this.#chain(later.length ? 0 : this.#bubbles.size - 2);
  }

  /** Days and groups of the messages from the given place on. */
  #chain(from = 0) {
    const all = [...this.#bubbles.values()];
    for (let i = Math.max(0, from); i < all.length; i += 1) all[i].follow(all[i - 1]);
  }

  /** Changes the list without moving the messages that are being read. */
  #keep(change) {
    if (this.#pinned) {
      change();
      this.toEnd();
      return;
    }
    const top = this.scroller.getBoundingClientRect().top;
    const anchor = [...this.list.children].find((node) => node.getBoundingClientRect().bottom > top);
    const before = anchor?.getBoundingClientRect().top;
    change();
    if (anchor?.isConnected) this.scroller.scrollTop += anchor.getBoundingClientRect().top - before;
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.#pinned = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#pinned) this.#count(0);
    this.pill.hidden = this.#pinned;
  }

  #count(n) {
    this.#fresh = n;
    this.pill.classList.toggle("counted", n > 0);
    this.pill.querySelector("span").textContent = n ? w().fresh(n) : "";
    this.pill.setAttribute("aria-label", n ? w().fresh(n) : w().toEnd);
  }
}
