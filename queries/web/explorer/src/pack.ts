// Puts the parts of a graph side by side, so that a pair of nodes takes no more room than it needs.

interface Point {
  x: number;
  y: number;
}

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

const gap = { x: 56, y: 44 }; // for the names

/** carefully is how many parts are each put where they fit best; what is left goes into rows beneath. */
const carefully = 160;

/** pack moves the parts, the largest first, into a space as wide for its height as the canvas. */
export function pack(parts: Point[][], aspect: number): void {
  const placed: Box[] = [];
  let row = { x: 0, y: 0, h: 0 };
  for (const part of parts) {
    const [x1, x2] = [Math.min(...part.map((p) => p.x)), Math.max(...part.map((p) => p.x))];
    const [y1, y2] = [Math.min(...part.map((p) => p.y)), Math.max(...part.map((p) => p.y))];
    const box = { x: 0, y: 0, w: x2 - x1 + gap.x, h: y2 - y1 + gap.y };
    if (placed.length < carefully) {
      Object.assign(box, best(placed, box, aspect));
    } else {
      const width = Math.max(...placed.map((b) => b.x + b.w));
      if (row.h === 0 || row.x + box.w > width) {
        row = { x: 0, y: row.h === 0 ? Math.max(...placed.map((b) => b.y + b.h)) : row.y + row.h, h: 0 };
      }
      [box.x, box.y] = [row.x, row.y];
      row = { ...row, x: row.x + box.w, h: Math.max(row.h, box.h) };
    }
    if (placed.length < carefully) {
      placed.push(box);
    }
    for (const p of part) {
      p.x += box.x - x1;
      p.y += box.y - y1;
    }
  }
}

/** best is the corner at which a box lets the whole grow least. */
function best(placed: Box[], box: Box, aspect: number): Point {
  if (placed.length === 0) {
    return { x: 0, y: 0 };
  }
  const [wide, high] = [Math.max(...placed.map((b) => b.x + b.w)), Math.max(...placed.map((b) => b.y + b.h))];
  let found = { x: 0, y: high };
  let least = Infinity;
  for (const x of new Set([0, ...placed.map((b) => b.x + b.w)])) {
    for (const y of new Set([0, ...placed.map((b) => b.y + b.h)])) {
      const cost = 1000 * Math.max(Math.max(wide, x + box.w) / aspect, Math.max(high, y + box.h)) + x / aspect + y;
      if (cost < least && !placed.some((b) => x < b.x + b.w && b.x < x + box.w && y < b.y + b.h && b.y < y + box.h)) {
        least = cost;
        found = { x, y };
      }
    }
  }
  return found;
}
