// The names on the graph: as many as can be read at this size, and none over another.

export interface Sign {
  text: string;
  x: number; // of what it names, in pixels of the canvas
  y: number;
  reach: number; // how far from there the name must keep
  weight: number; // the heavier comes first
  size: number; // of the letters
  must: boolean; // it is shown whatever it covers
  edge: boolean;
}

export interface Placed {
  lines: string[];
  x: number; // of the middle of the first line
  y: number; // of its base
  size: number;
  edge: boolean;
}

interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  weight: number; // of a node: a heavier name may cover it
  name: boolean;
}

const family = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
const measuring = document.createElement("canvas").getContext("2d")!;
const widths = new Map<string, number>();

/** choose places names from the heaviest down, each below, above, right or left of what it names. */
export function choose(signs: Sign[], width: number, height: number): Placed[] {
  const taken = new Grid();
  for (const s of signs) {
    if (!s.edge) {
      taken.add({ x1: s.x - s.reach, y1: s.y - s.reach, x2: s.x + s.reach, y2: s.y + s.reach, weight: s.weight, name: false });
    }
  }
  const out: Placed[] = [];
  const order = signs.filter((s) => s.x > -50 && s.y > -20 && s.x < width + 50 && s.y < height + 20)
    .sort((a, b) => Number(b.must) - Number(a.must) || Number(a.edge) - Number(b.edge) || b.weight - a.weight || (a.text < b.text ? -1 : 1));
  for (const s of order) {
    const lines = s.edge ? [s.text] : wrapped(s.text, s.size);
    const wide = Math.max(...lines.map((l) => measured(l, s.size)));
    const high = lines.length * s.size * 1.15;
    const spots = s.edge ? [[0, -high / 2]] : [[0, s.reach + 2], [0, -s.reach - 2 - high], [s.reach + 4 + wide / 2, -high / 2], [-s.reach - 4 - wide / 2, -high / 2]];
    const boxes = spots.map(([dx, dy]) => ({ x1: s.x + dx - wide / 2 - 1, y1: s.y + dy, x2: s.x + dx + wide / 2 + 1, y2: s.y + dy + high, weight: s.weight, name: true }));
    const inside = (b: Box) => b.x1 > 0 && b.x2 < width && b.y1 > 0 && b.y2 < height;
    const best = boxes.find((b) => inside(b) && taken.free(b, s, false)) ?? boxes.find((b) => (s.must || inside(b)) && taken.free(b, s, s.must || s.weight >= 4));
    if (best) {
      taken.add(best);
      out.push({ lines, x: (best.x1 + best.x2) / 2, y: best.y1 + s.size, size: s.size, edge: s.edge });
    }
  }
  return out;
}

/** paint writes names, each with a rim of the paper's colour. */
export function paint(to: CanvasRenderingContext2D, placed: Placed[], ink: string, quiet: string, paper: string): void {
  to.textAlign = "center";
  to.lineJoin = "round";
  to.lineWidth = 3;
  to.strokeStyle = paper;
  for (const p of placed) {
    to.font = `${p.size}px ${family}`;
    to.fillStyle = p.edge ? quiet : ink;
    p.lines.forEach((line, i) => {
      to.strokeText(line, p.x, p.y + i * p.size * 1.15);
      to.fillText(line, p.x, p.y + i * p.size * 1.15);
    });
  }
}

/** Grid finds what lies near a place without looking at everything. */
class Grid {
  private cells = new Map<number, Box[]>();

  add(b: Box): void {
    this.each(b, (key) => {
      const cell = this.cells.get(key);
      if (cell) {
        cell.push(b);
      } else {
        this.cells.set(key, [b]);
      }
    });
  }

  /** free tells whether a name may stand there; covering lets it lie over what weighs less than half of it. */
  free(b: Box, s: Sign, covering: boolean): boolean {
    let free = true;
    this.each(b, (key) => {
      for (const o of this.cells.get(key) ?? []) {
        const own = !o.name && !s.edge && (o.x1 + o.x2) / 2 === s.x && (o.y1 + o.y2) / 2 === s.y;
        if (!own && b.x1 < o.x2 && o.x1 < b.x2 && b.y1 < o.y2 && o.y1 < b.y2 && !(covering && !o.name && (s.must || 2 * o.weight <= s.weight))) {
          free = false;
        }
      }
    });
    return free;
  }

  private each(b: Box, visit: (key: number) => void): void {
    const cell = 48;
    for (let x = Math.floor(b.x1 / cell); x <= Math.floor(b.x2 / cell); x++) {
      for (let y = Math.floor(b.y1 / cell); y <= Math.floor(b.y2 / cell); y++) {
        visit(x * 100_003 + y);
      }
    }
  }
}

function measured(text: string, size: number): number {
  const key = size + text;
  let width = widths.get(key);
  if (width === undefined) {
    measuring.font = `${size}px ${family}`;
    width = measuring.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** wrapped breaks a long name in the middle. */
function wrapped(text: string, size: number): string[] {
  const words = text.split(" ");
  if (words.length < 2 || measured(text, size) < 110) {
    return [text];
  }
  const cuts = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(" "), words.slice(i + 1).join(" ")]);
  return cuts.reduce((a, b) => (Math.max(...b.map((l) => l.length)) < Math.max(...a.map((l) => l.length)) ? b : a));
}
