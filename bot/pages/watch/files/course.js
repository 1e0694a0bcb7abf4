// The bar of the whole course: one part for each chapter, as long as its film.

import { fill, find } from "./dom.js";
import { say } from "./words.js";

export class Course {
  // chapters: [{number, seconds, watched, done}]; number, watched and done are those of the chapter that is played.
  draw(chapters, { number, watched, done }) {
    const now = chapters.map((one) => (one.number === number ? { ...one, watched, done: done || one.done } : one));
    const key = JSON.stringify([number, now]);
    if (key === this.key) return;
    this.key = key;
    fill(find("course-bar"), now.map((one) => this._part(one, one.number === number)));
    const text = say("course_progress", { done: now.filter((one) => one.done).length, chapters: now.length });
    find("course-progress").textContent = text;
    find("course-bar").setAttribute("aria-label", text);
  }

  _part({ seconds, watched, done }, here) {
    const [part, filled] = ["div", "i"].map((name) => document.createElement(name));
    part.style.flexGrow = String(seconds);
    part.className = here ? "here" : "";
    filled.style.width = done ? "100%" : `${(100 * watched) / seconds}%`;
    part.append(filled);
    return part;
  }
}
