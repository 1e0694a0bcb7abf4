/**
 * The signs of the product, drawn: a machine without an emoji font shows the same empty box for all of them, and what is
 * done would look like what is not. The character stays in the text, for whoever copies or hears it.
 */

import { el, icon, unseen } from "./dom.js";

const DRAWN = { "✅": "done", "⬜": "todo", "🔒": "lock", "📄": "paper" };
const SIGNS = /(✅|⬜|🔒|📄)\uFE0F?/u;

/** The nodes of a text in which these signs are drawn. */
export function signed(text) {
  const nodes = document.createDocumentFragment();
  for (const piece of text.split(SIGNS)) {
    const name = DRAWN[piece];
    nodes.append(name ? el("span", { class: `sign ${name}` }, icon(name), unseen(piece)) : piece);
  }
  return nodes;
}
