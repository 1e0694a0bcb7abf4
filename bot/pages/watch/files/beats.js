// Tells the server what was played, and keeps it until the server has counted it.

import { recall, remember } from "./kept.js";
import { add, creditable, without } from "./spans.js";

const TIMEOUT = 10_000;
const RETRY = [2_000, 4_000, 8_000, 15_000];
const MOST_SPANS = 200;
const REFUSED = { 409: "taken_over", 410: "expired" };

export class Beats {
  // changed() after every answer and every loss of the connection; stopped(code) when the server refuses for good.
  // position(), playing() and visible() say how the player stands.
  constructor(url, { changed, stopped, position, playing, visible }) {
    this.url = url;
    this.report = { changed, stopped };
    Object.assign(this, { position, playing, visible });
    this.key = `tani-watch ${url}`;
    this.played = recall(this.key, []);
    this.lostAt = null;
    this.takenOver = false;
    this.due = []; // beats to send; each says whether the page was visible since the one before it
    this.stuck = false; // the last beat brought nothing
    this.failures = 0;
    addEventListener("online", () => this.#send());
  }

  // Asks for a viewing and returns the server's state. Throws {code}, or an error if the connection is lost.
  async open(initData) {
    const state = await this.#post("open", initData ? { init_data: initData } : {});
    Object.assign(this, { viewing: state.viewing, seq: state.seq, spans: state.spans, every: state.beat_every });
    Object.assign(this, { takenOver: false, due: [], stuck: false, told: performance.now() });
    this.#answered();
    return state;
  }

  heard(from, to) {
    this.played = add(this.played, from, to);
  }

  // What was played and is not counted yet. What the server cut off is told again: real time may allow it later.
  get owed() {
    return without(this.played, this.spans ?? []);
  }

  // Called every second. A beat is due after some seconds of play, or while something is still owed.
  tick() {
    if (this.lostAt !== null) this.#keep();
    else this.#due();
  }

  #due() {
    if (!this.visible() || performance.now() - this.told < this.every * 1000) return;
    if (this.playing() || (creditable(this.owed) > 0 && !this.stuck)) this.tell();
  }

  // The page is visible again. First tell what was played before, then that the time until now must not count.
  shown() {
    if (creditable(this.owed) > 0 && !this.due.length) this.due.push(true);
    if (!this.due.includes(false)) this.due.push(false);
    this.#send();
  }

  tell() {
    const waiting = this.due.slice(this.busy ? 1 : 0);
    if (waiting.at(-1) !== true) this.due.push(true);
    this.#send();
  }

  // One beat at a time. What is played meanwhile goes into the next one.
  async #send() {
    if (this.busy || !this.viewing) return;
    this.busy = true;
    clearTimeout(this.retry);
    while (this.due.length && !this.takenOver && (await this.#beat(this.due[0]))) this.due.shift();
    this.busy = false;
  }

  // The page is being left, so nothing can wait for an answer.
  leave() {
    if (!this.viewing || this.takenOver || creditable(this.owed) === 0) return;
    this.#keep();
    const body = new Blob([JSON.stringify(this.#body(true))], { type: "application/json" });
    navigator.sendBeacon(`${this.url}/beat`, body);
  }

  async #beat(visible) {
    const { viewing } = this;
    this.#keep();
    try {
      const answer = await this.#post("beat", this.#body(visible));
      if (viewing === this.viewing) this.#take(answer);
      return true;
    } catch (trouble) {
      if (viewing === this.viewing) this.#failed(trouble);
      return false;
    }
  }

  #body(visible) {
    this.seq += 1;
    this.told = performance.now();
    const spans = this.owed.slice(0, MOST_SPANS).map((span) => span.map((at) => Math.round(at * 1000) / 1000));
    return { viewing: this.viewing, seq: this.seq, spans: visible ? spans : [], visible, position: this.position() };
  }

  #take(answer) {
    const owed = creditable(this.owed);
    this.spans = answer.spans;
    this.takenOver = answer.taken_over;
    this.played = this.owed;
    this.stuck = owed > 0 && creditable(this.owed) === owed;
    this.#answered();
    this.report.changed(answer);
  }

  #answered() {
    this.lostAt = null;
    this.failures = 0;
    this.#keep();
  }

  #failed(trouble) {
    if (trouble.code === "taken_over") this.takenOver = true;
    else if (trouble.code) this.viewing = null;
    else this.#lost();
    if (this.viewing) this.report.changed(null);
    else this.report.stopped(trouble.code);
  }

  #lost() {
    this.lostAt ??= performance.now();
    this.retry = setTimeout(() => this.#send(), RETRY[Math.min(this.failures, RETRY.length - 1)]);
    this.failures += 1;
  }

  async #post(what, body) {
    const answer = await fetch(`${this.url}/${what}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      keepalive: true,
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (answer.ok) return answer.json();
    if (answer.status >= 500 || answer.status === 429) throw new Error(`answered ${answer.status}`);
    throw Object.assign(new Error(`answered ${answer.status}`), { code: REFUSED[answer.status] ?? "refused" });
  }

  #keep() {
    remember(this.key, this.owed);
  }
}
