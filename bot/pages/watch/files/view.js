// Writes the page: what is watched, and what is wrong.

import { Bar } from "./bar.js";
import { find, show } from "./dom.js";
import { onward } from "./telegram.js";
import { length, say } from "./words.js";

const BEYOND_REACH = 120_000; // milliseconds: a gap between two beats counts for no longer

export class View {
  constructor(go) {
    this.bar = new Bar(find("watching"), go);
    this.notice = "";
    this.complete = false;
  }

  chapter({ course, chapter, earns }) {
    document.title = chapter.title;
    find("course").textContent = course;
    find("chapter").textContent = say("chapter", chapter);
    find("player").setAttribute("aria-label", say("player"));
    show("no-credit", !earns);
  }

  // state: the server's last answer; owed: spans on their way to the server.
  record({ seconds, spans, watched, complete, next }, owed) {
    const figures = { watched: length(watched), total: length(seconds), left: length(seconds - watched) };
    const text = say(complete ? "progress_complete" : "progress", figures);
    find("progress").textContent = text;
    find("bar").setAttribute("aria-label", text);
    this.bar.draw({ seconds, counted: spans, owed, complete });
    this.complete = complete;
    show("complete", complete);
    show("next", complete && next !== null);
    find("to-chat").className = complete && !next ? "main" : "other";
    if (next) {
      find("next").href = onward(next.url);
      find("next-title").textContent = next.title;
    }
  }

  // Only one message is shown at a time: first the connection, then what is being sent, then a passing notice.
  trouble({ lostAt, sending }) {
    const lost = lostAt !== null && (performance.now() - lostAt > BEYOND_REACH ? "waiting_long" : "waiting");
    const text = lost ? say(lost) : sending ? say("sending") : this.notice;
    show("skipping", text === "");
    show("line", text !== "" || !this.complete);
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
