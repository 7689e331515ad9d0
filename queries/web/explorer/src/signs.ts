// Keeps the names on the graph where they belong while it is moved.

import type cytoscape from "cytoscape";

import { choose, paint, type Placed, type Sign } from "./labels";

export interface Signs {
  placed: Placed[];
  /** point has the names round a node stand out. */
  point(ids: Set<string>): void;
  draw(): void;
}

/** small is how many nodes can be named anew with each frame; with more, names come when the graph is at rest. */
const small = 700;

const ofMost = 2500; // nodes, the heaviest of which are tried

/** signs lays a canvas with names over that of the graph. */
export function signs(cy: cytoscape.Core): Signs {
  const container = cy.container()!;
  const canvas = document.createElement("canvas");
  canvas.className = "names";
  container.append(canvas);
  const large = cy.nodes().length > small;
  let pointed = new Set<string>();
  let resting: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const self: Signs = {
    placed: [],
    point(ids) {
      pointed = ids;
      if (!large) {
        later();
      }
    },
    draw() {
      if (cy.destroyed()) {
        return; // a frame that was asked for before the next drawing came
      }
      self.placed = choose(signsOf(cy, pointed), cy.width(), cy.height());
      show(canvas, self.placed, cy.width(), cy.height());
    },
  };
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(self.draw);
  };
  const moved = () => {
    if (!large) {
      return later();
    }
    canvas.hidden = true;
    clearTimeout(resting);
    resting = setTimeout(() => {
      canvas.hidden = false;
      self.draw();
    }, 150);
  };
  cy.on("viewport resize", moved);
  cy.on("position", "node", moved);
  cy.on("select unselect", later);
  cy.on("destroy", () => {
    clearTimeout(resting);
    cancelAnimationFrame(frame);
    canvas.remove();
  });
  return self;
}

function signsOf(cy: cytoscape.Core, pointed: Set<string>): Sign[] {
  const zoom = cy.zoom();
  const all: Sign[] = [];
  const nodes = cy.nodes().filter((n) => !n.hasClass("faint")).toArray() as cytoscape.NodeSingular[];
  for (const n of nodes.length > ofMost ? nodes.sort((a, b) => b.data("degree") - a.data("degree")).slice(0, ofMost) : nodes) {
    const { x, y } = n.renderedPosition();
    const degree = n.data("degree");
    const must = n.selected() || pointed.has(n.id()) || n.hasClass("way");
    all.push({ text: n.data("name"), x, y, reach: (n.data("size") / 2) * zoom, weight: degree, size: degree > 12 ? 14 : degree > 4 ? 12.5 : 11, must, edge: false });
  }
  const edges = cy.edges().filter((e) => pointed.has(e.id()) || e.hasClass("chosen") || e.hasClass("way"));
  for (const e of zoom > 0.75 && cy.edges().length < 1500 ? cy.edges().filter((e) => !e.hasClass("faint")) : edges) {
    const { x, y } = e.renderedMidpoint();
    all.push({ text: e.data("label"), x, y, reach: 0, weight: 1, size: 10.5, must: edges.has(e), edge: true });
  }
  return all;
}

function show(canvas: HTMLCanvasElement, placed: Placed[], width: number, height: number): void {
  const fine = Math.min(2, devicePixelRatio);
  [canvas.width, canvas.height] = [width * fine, height * fine];
  canvas.style.width = width + "px";
  canvas.style.height = height + "px";
  const to = canvas.getContext("2d")!;
  to.scale(fine, fine);
  const colours = getComputedStyle(document.documentElement);
  const colour = (name: string) => colours.getPropertyValue(name).trim();
  paint(to, placed, colour("--ink"), colour("--quiet"), colour("--paper"));
}
