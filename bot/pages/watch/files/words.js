// The page's sentences come from the server: written into the page, and again in the answer to opening.

// {"words": {name: sentence}, "chat_url": address of the chat or ""}
export const given = JSON.parse(document.getElementById("given").textContent);
let { words } = given;

export function learn(more) {
  words = { ...words, ...more };
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = say(place.dataset.word);
}

export function say(name, figures = {}) {
  return (words[name] ?? "").replace(/\{(\w+)\}/g, (whole, key) => figures[key] ?? whole);
}

// 12秒, 10分5秒
export function length(seconds) {
  const minutes = Math.floor(seconds / 60);
  return minutes ? say("minutes", { minutes, seconds: seconds % 60 }) : say("seconds", { seconds });
}

// 1:40
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
