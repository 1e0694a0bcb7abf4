/** What a message carries besides its text: pictures, documents and a plain label for every other kind. */

import { fileUrl } from "./api.js";
import { el, icon } from "./dom.js";
import { w } from "./words.js";

const ENOUGH = 720; // pixels of width that are sharp in a bubble on a phone
const KINDS = ["voice", "audio", "video_note", "sticker", "contact", "venue", "location", "poll", "dice"];
export const CARRIES = ["photo", "document", "video", "animation", ...KINDS];

/** The node of a message's media; null if it has only text. A kind that is unknown here gets a plain label. */
export function media(message, act) {
  if (message.photo) return photo(message, act);
  if (message.animation ?? message.video) return film(message.animation ?? message.video);
  if (message.document) return paper(message.document);
  const kind = KINDS.find((name) => message[name] !== undefined);
  return kind || (message.text ?? message.caption) === undefined ? other(kind ?? "other", message) : null;
}

function photo(message, act) {
  const sizes = [...message.photo].sort((a, b) => a.width - b.width);
  const shown = sizes.find((size) => size.width >= ENOUGH) ?? sizes.at(-1);
  const url = fileUrl(sizes.at(-1).file_id);
  const alt = message.caption ?? w().picture;
  const image = el("img", { src: fileUrl(shown.file_id), alt, width: shown.width || null, height: shown.height || null, decoding: "async" });
  const enlarge = () => act.picture(url, message.caption ?? "");
  return el("button", { type: "button", class: "photo", "aria-label": w().enlarge(alt), onclick: enlarge }, image);
}

function film(video) {
  return el("video", { src: fileUrl(video.file_id), controls: true, playsinline: true, preload: "metadata", width: video.width, height: video.height });
}

function paper({ file_id, file_name = "file", mime_type = "", file_size }) {
  const kind = mime_type === "application/pdf" ? "PDF" : (file_name.split(".").pop() ?? "").slice(0, 4).toUpperCase();
  const detail = [kind, sizeText(file_size), w().open].filter(Boolean).join("・");
  return el(
    "a",
    { class: "paper", href: fileUrl(file_id), target: "_blank", rel: "noopener" },
    el("span", { class: "sheet-of-paper" }, icon("paper")),
    el("span", { class: "names" }, el("span", { class: "name" }, file_name), el("span", { class: "detail" }, detail)),
    icon("out"),
  );
}

function sizeText(bytes) {
  if (!bytes) return "";
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function other(kind, message) {
  const of = message[kind] ?? {};
  const more = of.emoji ?? of.title ?? of.question ?? of.first_name ?? "";
  return el("p", { class: "other" }, w().kinds[kind], more ? `　${more}` : "");
}
