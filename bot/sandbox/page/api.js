/** The sandbox's HTTP interface for this page. */

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error ?? `HTTP ${response.status}`);
  return body;
}

const get = async (path) => answer(await fetch(path, { cache: "no-store" }));

async function post(path, body = {}) {
  const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  return answer(await fetch(path, options));
}

export const people = () => get("/sandbox/people");
export const chat = (user) => get(`/sandbox/chats/${user}`);
export const sendText = (user, text) => post(`/sandbox/chats/${user}/text`, { text });
export const press = (user, message_id, data) => post(`/sandbox/chats/${user}/press`, { message_id, data });
export const block = (user, blocked) => post(`/sandbox/chats/${user}/block`, { blocked });
export const nextDay = () => post("/sandbox/next-day");
export const fileUrl = (fileId) => `/sandbox/files/${encodeURIComponent(fileId)}`;

export async function sendFile(user, file, caption) {
  const form = new FormData();
  form.append("file", file);
  form.append("caption", caption);
  return answer(await fetch(`/sandbox/chats/${user}/file`, { method: "POST", body: form }));
}

const LONGEST_WAIT = 8000;

/**
 * The events of one person, until the stream is closed. After every (re)connection the history is loaded
 * again. Events that come meanwhile are passed on after it, so that none is missed or out of order.
 * Hooks: `history(chat)`, `event(event)`, `lost(boolean)`.
 */
export class Stream {
  #source = null;
  #timer = 0;
  #wait = 500;
  #closed = false;

  constructor(user, hooks) {
    this.user = user;
    this.hooks = hooks;
    this.#connect();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#source?.close();
  }

  #connect() {
    const source = new EventSource(`/sandbox/chats/${this.user}/events`);
    this.#source = source;
    let early = [];
    source.onmessage = ({ data }) => {
      const event = JSON.parse(data);
      if (early) early.push(event);
      else this.hooks.event(event);
    };
    source.onerror = () => this.#again(source);
    source.onopen = async () => {
      try {
        const history = await chat(this.user);
        if (this.#stale(source)) return;
        this.#wait = 500;
        this.hooks.lost(false);
        this.hooks.history(history);
        const held = early;
        early = null;
        held.forEach((event) => this.hooks.event(event));
      } catch (error) {
        console.warn(error);
        this.#again(source);
      }
    };
  }

  #stale(source) {
    return this.#closed || this.#source !== source;
  }

  // EventSource gives up for ever after any answer but 200, so this page always tries again by itself.
  #again(source) {
    if (this.#stale(source)) return;
    source.close();
    this.#source = null;
    this.hooks.lost(true);
    this.#timer = setTimeout(() => this.#connect(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }
}
