// The choice of playback speed, never above what counts as watching.

import { fill } from "./dom.js";
import { recall, remember } from "./kept.js";

const SPEEDS = [1, 1.25, 1.5, 2];
const KEPT = "tani-speed";

export class Speeds {
  // refused(limit) is called if the browser's own menu or an extension went beyond the limit.
  constructor(place, video, refused) {
    Object.assign(this, { place, video, refused, limit: 1 });
    video.addEventListener("ratechange", () => this._changed());
  }

  offer(limit) {
    this.limit = limit;
    fill(this.place, SPEEDS.filter((speed) => speed <= limit).map((speed) => this._choice(speed)));
    this._set(Math.min(recall(KEPT, 1), limit));
    this._mark();
  }

  // The default is set too, because loading the film again goes back to it.
  _set(speed) {
    Object.assign(this.video, { defaultPlaybackRate: speed, playbackRate: speed });
  }

  _choice(speed) {
    const [label, input, text] = ["label", "input", "span"].map((name) => document.createElement(name));
    Object.assign(input, { type: "radio", name: "speed", value: String(speed) });
    input.addEventListener("change", () => this._set(speed));
    text.textContent = `${speed}×`;
    label.append(input, text);
    return label;
  }

  _changed() {
    const { video } = this;
    if (video.playbackRate > this.limit) {
      video.playbackRate = this.limit;
      this.refused(this.limit);
    }
    remember(KEPT, video.playbackRate);
    this._mark();
  }

  _mark() {
    for (const input of this.place.querySelectorAll("input")) input.checked = Number(input.value) === this.video.playbackRate;
  }
}
