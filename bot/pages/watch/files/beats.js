// Tells the server what was played, and keeps it until the server has counted it.

import { ask, NoAnswer } from "./ask.js";
import { recall, remember } from "./kept.js";
import { add, creditable, without } from "./spans.js";

const RETRY = [2_000, 4_000, 8_000, 15_000];
const MOST_SPANS = 200;
const PATIENCE = 2_000;
const STEP = 50;

export class Beats {
  // changed() after every answer and every loss of the connection; stopped(trouble) when the server refuses for good, or
  // the page itself fails.
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
    addEventListener("online", () => this._send());
  }

  // Asks for a viewing. Answers the server's state; throws what `ask` throws.
  async open(initData) {
    const state = await ask(`${this.url}/open`, initData ? { init_data: initData } : {});
    Object.assign(this, { viewing: state.viewing, seq: state.seq, spans: state.spans, every: state.beat_every });
    Object.assign(this, { takenOver: false, due: [], stuck: false, told: performance.now() });
    this._answered();
    return state;
  }

  // Tells what is owed and waits for the answer; then tells no more. Without a connection it is kept, as when the page is
  // left.
  async close() {
    if (creditable(this.owed) > 0) this.tell();
    for (let waited = 0; this.busy && waited < PATIENCE; waited += STEP) await new Promise((done) => setTimeout(done, STEP));
    this._keep();
    clearTimeout(this.retry);
    this.viewing = null;
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
    if (this.lostAt !== null) this._keep();
    else this._due();
  }

  _due() {
    if (!this.visible() || performance.now() - this.told < this.every * 1000) return;
    if (this.playing() || (creditable(this.owed) > 0 && !this.stuck)) this.tell();
  }

  // The page is visible again. First tell what was played before, then that the time until now must not count.
  shown() {
    if (creditable(this.owed) > 0 && !this.due.length) this.due.push(true);
    if (!this.due.includes(false)) this.due.push(false);
    this._send();
  }

  tell() {
    const waiting = this.due.slice(this.busy ? 1 : 0);
    if (waiting[waiting.length - 1] !== true) this.due.push(true);
    this._send();
  }

  // One beat at a time. What is played meanwhile goes into the next one.
  async _send() {
    if (this.busy || !this.viewing) return;
    this.busy = true;
    clearTimeout(this.retry);
    while (this.due.length && !this.takenOver && (await this._beat(this.due[0]))) this.due.shift();
    this.busy = false;
  }

  // The page is being left, so nothing can wait for an answer.
  leave() {
    if (!this.viewing || this.takenOver || creditable(this.owed) === 0) return;
    this._keep();
    navigator.sendBeacon(`${this.url}/beat`, JSON.stringify(this._body(true))); // Chrome 80 takes no other type than text
  }

  async _beat(visible) {
    const { viewing } = this;
    this._keep();
    try {
      const answer = await ask(`${this.url}/beat`, this._body(visible));
      if (viewing === this.viewing) this._take(answer);
      return true;
    } catch (trouble) {
      if (viewing === this.viewing) this._failed(trouble);
      return false;
    }
  }

  _body(visible) {
    this.seq += 1;
    this.told = performance.now();
    const spans = this.owed.slice(0, MOST_SPANS).map((span) => span.map((at) => Math.round(at * 1000) / 1000));
    return { viewing: this.viewing, seq: this.seq, spans: visible ? spans : [], visible, position: this.position() };
  }

  _take(answer) {
    const owed = creditable(this.owed);
    this.spans = answer.spans;
    this.takenOver = answer.taken_over;
    this.played = this.owed;
    this.stuck = owed > 0 && creditable(this.owed) === owed;
    this._answered();
    this.report.changed(answer);
  }

  _answered() {
    this.lostAt = null;
    this.failures = 0;
    this._keep();
  }

  _failed(trouble) {
    if (trouble instanceof NoAnswer) this._lost();
    else if (trouble.code === "taken_over") this.takenOver = true;
    else this.viewing = null;
    if (this.viewing) this.report.changed(null);
    else this.report.stopped(trouble);
  }

  _lost() {
    if (this.lostAt === null) this.lostAt = performance.now();
    this.retry = setTimeout(() => this._send(), RETRY[Math.min(this.failures, RETRY.length - 1)]);
    this.failures += 1;
  }

  _keep() {
    remember(this.key, this.owed);
  }
}
