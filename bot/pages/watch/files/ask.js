// Asks the server. What the connection does and what the server says are told apart.

const TIMEOUT = 10_000;
const REFUSED = { 409: "taken_over", 410: "expired" };

// No answer, or one that says to come again.
export class NoAnswer extends Error {}

// The server's answer to a POST; throws NoAnswer, and {code} if the server refuses.
export async function ask(url, told) {
  const [answer, text] = await posted(url, JSON.stringify(told));
  if (answer.ok) return read(text);
  if (answer.status >= 500 || answer.status === 429) throw new NoAnswer(`answered ${answer.status}`);
  throw Object.assign(new Error(`answered ${answer.status}`), { code: REFUSED[answer.status] ?? "refused" });
}

async function posted(url, body) {
  const stopping = new AbortController();
  const timer = setTimeout(() => stopping.abort(), TIMEOUT);
  const headers = { "Content-Type": "application/json" };
  try {
    const answer = await fetch(url, { method: "POST", headers, body, keepalive: true, signal: stopping.signal });
    return [answer, await answer.text()];
  } catch (error) {
    throw new NoAnswer(String(error));
  } finally {
    clearTimeout(timer);
  }
}

// A network that wants a log-in first answers anything with its own page.
function read(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NoAnswer(String(error));
  }
}
