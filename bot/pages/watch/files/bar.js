// The bar of the whole chapter, and the list of what is missing in it.

import { fill } from "./dom.js";
import { gaps } from "./spans.js";
import { clock, length, say } from "./words.js";

const FINGER = 44; // pixels: a press near a narrower missing stretch goes to its beginning
const LISTED = 6;

export class Bar {
  constructor(place, go) {
    this.place = place;
    this.go = go;
    this.bar = place.querySelector("#bar");
    this.bar.addEventListener("click", (event) => this._tapped(event));
  }

  // counted: what the server has credited; owed: what was played and is on its way to the server.
  draw({ seconds, counted, owed, complete }) {
    const key = JSON.stringify([seconds, counted, owed, complete]);
    if (key === this.key) return;
    Object.assign(this, { key, seconds, missing: gaps(counted, seconds) });
    const strips = [...owed.map((span) => this._strip(span, "heard")), ...counted.map((span) => this._strip(span, ""))];
    fill(this.place.querySelector("#fill"), strips);
    this._list(counted.length > 0 && !complete);
  }

  move(position) {
    this.place.querySelector("#head").style.left = this._percent(Math.min(position, this.seconds));
  }

  _strip([from, to], name) {
    const strip = document.createElement("i");
    strip.className = name;
    strip.style.left = this._percent(from);
    strip.style.width = this._percent(to - from);
    return strip;
  }

  _list(wanted) {
    const section = this.place.querySelector("#missing");
    section.hidden = !wanted || !this.missing.length;
    const key = section.hidden ? "" : JSON.stringify(this.missing);
    if (key === this.listed) return;
    this.listed = key;
    const buttons = this.missing.slice(0, LISTED).map((gap) => this._button(gap));
    const more = document.createElement("span");
    if (this.missing.length > LISTED) more.textContent = say("more_missing", { number: this.missing.length - LISTED });
    fill(section.querySelector("#stretches"), [...buttons, more]);
  }

  _button([from, to]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${clock(from)} – ${clock(to)}`;
    button.setAttribute("aria-label", say("missing_stretch", { start: length(from), end: length(to) }));
    button.addEventListener("click", () => this.go(from));
    return button;
  }

  _tapped(event) {
    const { left, width } = this.bar.getBoundingClientRect();
    const at = ((event.clientX - left) / width) * this.seconds;
    const reach = (FINGER / 2 / width) * this.seconds;
    const near = this.missing.find(([from, to]) => to - from < reach * 2 && at > from - reach && at < to + reach);
    const inside = this.missing.some(([from, to]) => at >= from && at < to);
    this.go(near && !(inside && at > near[1]) ? near[0] : Math.max(0, Math.min(at, this.seconds)));
  }

  _percent(seconds) {
    return `${(100 * seconds) / this.seconds}%`;
  }
}
