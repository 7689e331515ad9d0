// The graph as a picture: what is seen, as shapes and text.

import type cytoscape from "cytoscape";

import { svg } from "./dom";
import type { Placed } from "./labels";

/** toSVG writes what the canvas shows, in its colours, with the names that stand there. */
export function toSVG(cy: cytoscape.Core, names: Placed[]): string {
  const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const [width, height] = [cy.width(), cy.height()];
  const { x, y } = cy.pan();
  const seen = cy.elements().filter((e) => !e.hasClass("faint"));
  const shapes = svg("g", { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${cy.zoom().toFixed(4)})` },
    seen.edges().map(edge), seen.nodes().map(node));
  const texts = names.map((n) => n.lines.map((line, i) => svg("text", {
    x: Math.round(n.x), y: Math.round(n.y + i * n.size * 1.15), "font-size": n.size, fill: colour(n.edge ? "--quiet" : "--ink"),
    stroke: colour("--paper"), "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke",
  }, line)));
  const root = svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "system-ui, sans-serif", "text-anchor": "middle" },
    svg("rect", { width, height, fill: colour("--paper") }), shapes, texts);
  return new XMLSerializer().serializeToString(root);
}

/** toPNG draws the same twice as fine. */
export async function toPNG(cy: cytoscape.Core, names: Placed[]): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([toSVG(cy, names)], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * cy.width(), 2 * cy.height()];
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("the browser makes no picture of it")))));
}

function edge(e: cytoscape.EdgeSingular): SVGElement[] {
  const from = e.sourceEndpoint();
  const to = e.targetEndpoint();
  const middle = e.midpoint();
  // The curve through the middle that cytoscape bends the edge to.
  const control = { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 };
  const dashes = e.hasClass("hedged") ? "3 4" : e.hasClass("attributed") ? "6 3" : null;
  const stroke = e.style("line-color");
  return [
    svg("path", { d: `M${point(from)}Q${point(control)} ${point(to)}`, fill: "none", stroke, "stroke-width": e.style("width"), "stroke-dasharray": dashes }),
    svg("path", { d: arrow(control, to), fill: stroke }),
  ];
}

function arrow(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(7 * (to.x - from.x)) / far, (7 * (to.y - from.y)) / far];
  return `M${point(to)}L${point({ x: to.x - dx - dy / 2, y: to.y - dy + dx / 2 })}L${point({ x: to.x - dx + dy / 2, y: to.y - dy - dx / 2 })}Z`;
}

function node(n: cytoscape.NodeSingular): SVGElement {
  const { x, y } = n.position();
  const size = n.data("size");
  const shape = { fill: n.style("background-color"), stroke: n.style("border-color"), "stroke-width": n.style("border-width") };
  return n.style("shape") === "ellipse" ? svg("circle", { cx: Math.round(x), cy: Math.round(y), r: size / 2, ...shape })
    : svg("rect", { x: Math.round(x - size / 2), y: Math.round(y - size / 2), width: size, height: size, rx: size / 4, ...shape });
}

const point = (p: { x: number; y: number }) => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`;
