// Spans are [from, to] pairs in seconds, in order, none touching the next.

// The spans with one more.
export function add(spans, from, to) {
  if (!(to > from)) return spans;
  const rest = spans.filter(([start, end]) => end < from || start > to);
  const near = spans.filter(([start, end]) => !(end < from || start > to));
  const joined = [Math.min(from, ...near.map(([start]) => start)), Math.max(to, ...near.map(([, end]) => end))];
  return [...rest, joined].sort((one, other) => one[0] - other[0]);
}

// The parts of the spans that lie outside the others.
export function without(spans, others) {
  let left = spans;
  for (const [from, to] of others) {
    left = left.flatMap(([start, end]) => [[start, Math.min(end, from)], [Math.max(start, to), end]])
      .filter(([start, end]) => end > start);
  }
  return left;
}

// What is missing between 0 and seconds.
export const gaps = (spans, seconds) => without([[0, seconds]], spans);

// How many whole seconds the spans cover at least by half. The server would credit as many.
export function creditable(spans) {
  const played = new Map();
  for (const [from, to] of spans) {
    for (let second = Math.floor(from); second < to; second += 1) {
      const part = Math.min(to, second + 1) - Math.max(from, second);
      played.set(second, (played.get(second) ?? 0) + part);
    }
  }
  return [...played.values()].filter((part) => part >= 0.5).length;
}
