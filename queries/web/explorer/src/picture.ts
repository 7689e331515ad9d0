// The graph as SVG: what is drawn, as shapes and text.

import type cytoscape from "cytoscape";

import { svg } from "./dom";

const margin = 40;

/** toSVG writes what cytoscape draws, in its colours. */
export function toSVG(cy: cytoscape.Core): string {
  const box = cy.elements().boundingBox();
  const root = svg("svg", {
    xmlns: "http://www.w3.org/2000/svg", "font-family": "system-ui, sans-serif",
    viewBox: [box.x1 - margin, box.y1 - margin, box.w + 2 * margin, box.h + 2 * margin].map(Math.round).join(" "),
  });
  cy.edges().filter((e) => !e.hasClass("faint")).forEach((e) => root.append(...edge(e)));
  cy.nodes().filter((n) => !n.hasClass("faint")).forEach((n) => root.append(...node(n)));
  return new XMLSerializer().serializeToString(root);
}

function edge(e: cytoscape.EdgeSingular): SVGElement[] {
  const from = e.sourceEndpoint();
  const to = e.targetEndpoint();
  const middle = e.midpoint();
  // The curve through the middle that cytoscape bends the edge to.
  const control = { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 };
  const dashes = e.hasClass("hedged") ? "3 4" : e.hasClass("attributed") ? "6 3" : null;
  return [
    svg("path", { d: `M${point(from)}Q${point(control)} ${point(to)}`, fill: "none", stroke: e.style("line-color"), "stroke-width": e.style("width"), "stroke-dasharray": dashes }),
    svg("text", { x: Math.round(middle.x), y: Math.round(middle.y), "font-size": 9, "text-anchor": "middle", fill: e.style("color") }, e.data("label")),
  ];
}

function node(n: cytoscape.NodeSingular): SVGElement[] {
  const { x, y } = n.position();
  const size = n.data("size") / 2;
  return [
    svg("circle", { cx: Math.round(x), cy: Math.round(y), r: Math.round(size), fill: n.style("background-color") }),
    svg("text", { x: Math.round(x), y: Math.round(y + size + 12), "font-size": 11, "text-anchor": "middle", fill: n.style("color") }, n.data("name")),
  ];
}

const point = (p: { x: number; y: number }) => `${Math.round(p.x)} ${Math.round(p.y)}`;
