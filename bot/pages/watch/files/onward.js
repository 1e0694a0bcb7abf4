// The place right under the film: what comes next. It has one height, whatever it holds, so that nothing below it moves.

import { find, show } from "./dom.js";
import { clock, say } from "./words.js";

const WAIT = 5; // seconds until the next chapter begins by itself

export class Onward {
  // next() moves on to the next chapter, gap(second) plays from there, test() leads to the test.
  constructor({ next, gap, test }) {
    this.report = { next };
    this.left = 0;
    find("next").addEventListener("click", (event) => { event.preventDefault(); this.stop(); next(); });
    find("gap").addEventListener("click", () => gap(this.missing));
    find("to-test").addEventListener("click", test);
    find("stay").addEventListener("click", () => this.stop());
  }

  // missing: the first stretch that is neither counted nor on its way, if the film has ended without it; otherwise null.
  draw({ complete, next, all_done: done, test_open: open }, missing) {
    const gap = !complete && missing !== null;
    this.missing = gap ? missing[0] : 0;
    show("gap", gap);
    if (gap) find("gap").textContent = say("to_gap", { start: clock(missing[0]), end: clock(missing[1]) });
    show("next", complete && next !== null);
    if (next) this._next(next);
    show("all-done", complete && done);
    show("to-test", complete && done && open);
    show("ahead", !gap && !(complete && (next !== null || done)));
    if (!complete || next === null) this.stop();
  }

  // The film has ended: the next chapter begins by itself, unless the member does something else meanwhile.
  begin() {
    this.left = WAIT;
    this.timer = setInterval(() => this._count(), 1000);
    find("following").textContent = say("following", { seconds: WAIT });
    this._label();
  }

  stop() {
    clearInterval(this.timer);
    this.left = 0;
    find("following").textContent = "";
    this._label();
  }

  get counting() {
    return this.left > 0;
  }

  _count() {
    this.left -= 1;
    this._label();
    if (this.left > 0) return;
    this.stop();
    this.report.next();
  }

  _next({ url, title }) {
    if (find("next").getAttribute("href") !== url) find("next").href = url;
    find("next-title").textContent = title;
  }

  _label() {
    find("next-word").textContent = this.left > 0 ? say("next_in", { seconds: this.left }) : say("next_chapter");
    show("stay", this.left > 0);
  }
}
