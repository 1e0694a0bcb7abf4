// The choice of playback speed, never above what counts as watching.

import { recall, remember } from "./kept.js";

const SPEEDS = [1, 1.25, 1.5, 2];
const KEPT = "tani-speed";

export class Speeds {
  // refused(limit) is called if the browser's own menu or an extension went beyond the limit.
  constructor(place, video, refused) {
    Object.assign(this, { place, video, refused, limit: 1 });
    video.addEventListener("ratechange", () => this.#changed());
  }

  offer(limit) {
    this.limit = limit;
    this.place.replaceChildren(...SPEEDS.filter((speed) => speed <= limit).map((speed) => this.#choice(speed)));
    this.#set(Math.min(recall(KEPT, 1), limit));
    this.#mark();
  }

  // The default is set too, because loading the film again goes back to it.
  #set(speed) {
    Object.assign(this.video, { defaultPlaybackRate: speed, playbackRate: speed });
  }

  #choice(speed) {
    const [label, input, text] = ["label", "input", "span"].map((name) => document.createElement(name));
    Object.assign(input, { type: "radio", name: "speed", value: String(speed) });
    input.addEventListener("change", () => this.#set(speed));
    text.textContent = `${speed}×`;
    label.append(input, text);
    return label;
  }

  #changed() {
    const { video } = this;
    if (video.playbackRate > this.limit) {
      video.playbackRate = this.limit;
      this.refused(this.limit);
    }
    remember(KEPT, video.playbackRate);
    this.#mark();
  }

  #mark() {
    for (const input of this.place.querySelectorAll("input")) input.checked = Number(input.value) === this.video.playbackRate;
  }
}
