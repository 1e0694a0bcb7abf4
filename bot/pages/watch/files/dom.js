export const find = (id) => document.getElementById(id);
export const show = (id, shown) => { find(id).hidden = !shown; };

// These and nothing else stand in the place.
export function fill(place, parts) {
  place.textContent = "";
  place.append(...parts);
}
