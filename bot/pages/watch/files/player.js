// Finds out from the video element what is really played, and reports it as spans of the film.

import { fill } from "./dom.js";

const STEP_SLACK = 0.75; // seconds by which a step may outrun the clock before it is taken for a jump

export class Player {
  // heard(from, to) for every stretch played on a visible page; stopped(resting) at a pause, the end, and a jump;
  // moved() whenever the place changes; ended() when the film has come to its end; unplayable() when no source or no more of it can be played.
  constructor(video, { heard, stopped, moved, ended, unplayable }) {
    this.video = video;
    this.report = { heard, stopped, moved, ended, unplayable };
    this.visible = !document.hidden;
    this.from = null;
    video.addEventListener("playing", () => this._start());
    video.addEventListener("seeked", () => { this._start(); moved(); });
    video.addEventListener("timeupdate", () => { this._step(); moved(); });
    video.addEventListener("seeking", () => { this.from = null; stopped(false); }); // the place is the new one already
    video.addEventListener("pause", () => { this._step(); this.from = null; stopped(true); });
    video.addEventListener("ended", () => this._end());
    video.addEventListener("error", () => { if (video.error) unplayable(); });
  }

  load(media, seconds, position) {
    this.seconds = seconds;
    const sources = media.filter(({ type }) => this.video.canPlayType(type) !== "").map(({ src, type }) => {
      const source = document.createElement("source");
      return Object.assign(source, { src, type });
    });
    fill(this.video, sources);
    if (!sources.length) return this.report.unplayable();
    sources[sources.length - 1].addEventListener("error", () => this.report.unplayable()); // the others have failed before it
    this.video.load();
    this.seek(position);
  }

  seek(position) {
    if (this.video.readyState >= 1) this.video.currentTime = position;
    else this.video.addEventListener("loadedmetadata", () => { this.video.currentTime = position; }, { once: true });
  }

  // On a page that is not visible nothing counts, so the film waits for the member.
  show(visible) {
    if (!visible) {
      this._step();
      this.from = null;
      this.video.pause();
    }
    this.visible = visible;
  }

  _start() {
    const { video } = this;
    if (!this.visible || video.paused || video.seeking) return;
    this.from = video.currentTime;
    this.clock = performance.now();
  }

  _step() {
    const { video } = this;
    if (this.from === null || video.seeking) return;
    const [from, to, now] = [this.from, video.currentTime, performance.now()];
    const possible = ((now - this.clock) / 1000) * video.playbackRate + STEP_SLACK;
    this.from = to;
    this.clock = now;
    if (to > from && to - from <= possible) this.report.heard(from, to);
  }

  // The server's length is in whole seconds: when the film ends, it has been played to that second.
  _end() {
    this._step();
    const to = this.video.currentTime;
    if (this.visible && this.seconds - to < 1) this.report.heard(to, this.seconds);
    this.from = null;
    this.report.stopped(true);
    this.report.ended();
  }
}
