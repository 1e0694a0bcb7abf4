/** The line in which a message is written. */

import { byId } from "./dom.js";

/** Hooks: `text(text)` and `file(file, caption)` return promises that resolve when the message is sent. */
export class Composer {
  #drafts = new Map(); // person -> unsent text
  #person = 0;
  #file = null;

  constructor(hooks) {
    this.hooks = hooks;
    this.text = byId("text");
    this.input = byId("file");
    byId("composer").addEventListener("submit", (event) => this.#submit(event));
    this.text.addEventListener("keydown", (event) => this.#key(event));
    this.text.addEventListener("input", () => this.#grow());
    this.text.addEventListener("paste", (event) => this.#paste(event));
    byId("attach").addEventListener("click", () => this.input.click());
    byId("detach").addEventListener("click", () => this.#attach(null, true));
    this.input.addEventListener("change", () => this.#attach(this.input.files[0] ?? null, true));
    this.#grow();
  }

  /** Changes to another person and brings back that person's unsent text. What was written before anybody was
   *  selected stays: it is for the first. */
  open(person) {
    const first = this.#person === 0;
    if (!first) this.#drafts.set(this.#person, this.text.value);
    this.#person = person;
    if (first) return;
    this.text.value = this.#drafts.get(person) ?? "";
    this.#attach(null);
  }

  #key(event) {
    // While a Japanese word is being converted, Enter chooses the word. Older browsers report that by the key code 229.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || composing) return;
    event.preventDefault();
    byId("composer").requestSubmit();
  }

  #paste(event) {
    const [file] = event.clipboardData.files;
    if (!file) return;
    event.preventDefault();
    this.#attach(file);
  }

  async #submit(event) {
    event.preventDefault();
    const [text, file, person] = [this.text.value.trim(), this.#file, this.#person];
    if (!person || (!text && !file)) return; // until the people are loaded there is nobody to send as
    this.text.value = "";
    this.#attach(null);
    const sent = file ? await this.hooks.file(file, text) : await this.hooks.text(text);
    if (!sent && person === this.#person) this.#restore(text, file);
    else if (!sent) this.#drafts.set(person, text);
  }

  #restore(text, file) {
    this.text.value = [text, this.text.value].filter(Boolean).join("\n");
    this.#attach(this.#file ?? file);
  }

  #attach(file, focus = false) {
    this.#file = file;
    this.input.value = "";
    byId("attached").hidden = !file;
    byId("attached-name").textContent = file?.name ?? "";
    this.#grow();
    if (focus) this.text.focus();
  }

  #grow() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight}px`;
    byId("send").classList.toggle("ready", Boolean(this.text.value.trim() || this.#file));
  }
}
