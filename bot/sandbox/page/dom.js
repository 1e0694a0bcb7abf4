/** Small helpers for making nodes. Text always goes in as text nodes, never as markup. */

const SVG = "http://www.w3.org/2000/svg";

export const byId = (id) => document.getElementById(id);

/**
 * A new element. `props`: `class`, `data` (dataset), `onclick` and other listeners, anything else an attribute;
 * an attribute whose value is false, null or undefined is left out.
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/** A button that shows only an icon; `label` is what a screen reader says. */
export function iconButton(name, label, onclick) {
  return el("button", { type: "button", class: "icon", "aria-label": label, onclick }, icon(name));
}

/** A round badge with the first character of a name. Its colour depends on the id, so a person keeps it. */
export function avatar(person) {
  const badge = el("span", { class: "avatar", "aria-hidden": "true" }, [...person.name][0] ?? "?");
  badge.style.setProperty("--hue", String((Number(person.id) * 67) % 360));
  return badge;
}

export const unseen = (text) => el("span", { class: "unseen" }, text);
