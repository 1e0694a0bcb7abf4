// The part of Telegram's Mini App protocol that this page needs (core.telegram.org/api/web-events), without its script.

import { recall, remember } from "./kept.js";

const KEPT = "tani-mini-app";
const framed = window.parent !== window;
const handed = readHanded();

// The signed text with which Telegram says who opened the page; empty outside a Mini App.
export const initData = handed.tgWebAppData ?? "";
export const isMiniApp = initData !== "";
export const isFramed = framed;

// Telegram writes it behind the # of the first page only. It stays there when the page moves on to the next chapter; what
// is kept serves a page that the browser opens again without it.
function readHanded() {
  const fresh = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  if (!fresh.tgWebAppData) return recall(KEPT, {});
  remember(KEPT, fresh);
  return fresh;
}

function post(eventType, eventData = "") {
  if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(eventType, JSON.stringify(eventData));
  else if (window.external && "notify" in window.external) window.external.notify(JSON.stringify({ eventType, eventData }));
  else if (framed) window.parent.postMessage(JSON.stringify({ eventType, eventData }), "*");
}

// Reports that the page is ready, follows Telegram's light or dark theme, and hears when the app goes and comes back.
export function begin(onVisible) {
  if (!isMiniApp) return;
  const receiveEvent = (type, told) => {
    if (type === "visibility_changed") onVisible(Boolean(told?.is_visible));
    if (type === "theme_changed") dress(told?.theme_params);
  };
  window.Telegram = { ...window.Telegram, WebView: { receiveEvent } };
  window.TelegramGameProxy = { receiveEvent };
  window.TelegramGameProxy_receiveEvent = receiveEvent;
  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || typeof event.data !== "string") return;
    const told = parse(event.data);
    if (told?.eventType) receiveEvent(told.eventType, told.eventData);
  });
  dress(parse(handed.tgWebAppThemeParams));
  if (framed) post("iframe_ready", { reload_supported: false });
  post("web_app_ready");
  post("web_app_expand");
}

export function backToChat(chatUrl) {
  if (isMiniApp) post("web_app_close");
  if (framed) window.parent.postMessage({ type: "tani-close" }, "*");
  else if (!isMiniApp && chatUrl) location.href = chatUrl;
}

export function openInBrowser(url) {
  if (isMiniApp) post("web_app_open_link", { url });
  else window.open(url, "_blank", "noopener");
}

function dress(theme) {
  const colour = /^#(..)(..)(..)$/.exec(theme?.bg_color ?? "");
  if (!colour) return;
  const [red, green, blue] = colour.slice(1).map((part) => parseInt(part, 16));
  document.documentElement.dataset.theme = 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
}

function parse(text) {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
