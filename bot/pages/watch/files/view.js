// Writes the page: what is watched, and what is wrong.

import { Bar } from "./bar.js";
import { Course } from "./course.js";
import { find, show } from "./dom.js";
import { length, say } from "./words.js";

const BEYOND_REACH = 120_000; // milliseconds: a gap between two beats counts for no longer

export class View {
  constructor(go) {
    this.bar = new Bar(find("watching"), go);
    this.course = new Course();
    this.notice = "";
  }

  chapter({ course, chapter, earns }) {
    document.title = chapter.title;
    find("course").textContent = course;
    find("chapter").textContent = say("chapter", chapter);
    find("player").setAttribute("aria-label", say("player"));
    show("no-credit", !earns);
  }

  // state: the server's last answer; owed: spans on their way to the server.
  record({ seconds, spans, watched, complete, next, chapter, chapters }, owed) {
    const figures = { watched: length(watched), total: length(seconds), left: length(seconds - watched) };
    const text = say(complete ? "progress_complete" : "progress", figures);
    find("progress").textContent = text;
    find("bar").setAttribute("aria-label", text);
    this.bar.draw({ seconds, counted: spans, owed, complete });
    this.course.draw(chapters, { number: chapter.number, watched, done: complete });
    show("complete", complete);
    find("to-chat").className = "other";
  }

  // Only one message is shown at a time: first the connection, then what is being sent, then a passing notice. `owing`:
  // seconds were played that the server has not counted yet.
  trouble({ lostAt, sending, owing }) {
    const lost = lostAt !== null && (performance.now() - lostAt > BEYOND_REACH ? "waiting_long" : "waiting");
    const text = lost ? say(lost) : sending ? say("sending") : this.notice;
    show("recording", text === "");
    find("recording").textContent = owing ? say("recording") : "";
    if (find("trouble").textContent !== text) find("trouble").textContent = text;
  }

  // Ends the page with a title, what is kept and what to do; `again` offers another try.
  stop(code, again) {
    this.screen("stopped");
    find("stopped-title").textContent = say(`${code}_title`);
    find("stopped-text").textContent = say(code);
    show("again", again);
    find("to-chat").className = again ? "other" : "main";
  }

  screen(name) {
    document.body.dataset.screen = name;
    show("loading", name === "loading");
    show("watching", name === "watching");
    show("stopped", name === "stopped");
    show("ways", name !== "loading");
  }
}
