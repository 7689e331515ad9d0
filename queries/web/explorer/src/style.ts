// How the graph looks, in the colours of the page. Names are not cytoscape's to write: see labels.ts.

import type cytoscape from "cytoscape";

/** colours of types of things; the page's legend has the same. */
const types: Record<string, string> = { Person: "--person", Organization: "--organization", Place: "--place", Event: "--event", Work: "--work" };

/** graphStyle is plain where there is so much that drawing it well would take too long. */
export function graphStyle(large: boolean): cytoscape.StylesheetJson {
  const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const rule = (selector: string, style: object) => ({ selector, style }) as cytoscape.StylesheetJsonBlock;
  return [
    rule("node", { width: "data(size)", height: "data(size)", "background-color": colour("--thing"), "border-width": large ? 0 : 1.5, "border-color": colour("--paper") }),
    ...Object.entries(types).map(([type, name]) => rule(`node[type = "${type}"]`, { "background-color": colour(name) })),
    rule(`node[type = "value"], node[type = "Claim"]`, { shape: "round-rectangle", "background-color": colour("--value") }),
    rule("edge", {
      width: large ? 1.4 : 2, "line-color": colour("--edge"), "target-arrow-color": colour("--edge"), "curve-style": large ? "haystack" : "bezier",
      ...(large ? {} : { "target-arrow-shape": "triangle", "arrow-scale": 0.9 }),
    }),
    ...(large ? [] : [rule("edge.attributed", { "line-style": "dashed" }), rule("edge.hedged", { "line-style": "dashed", "line-dash-pattern": [3, 4] })]),
    rule("edge.negative", { "target-arrow-shape": "tee" }),
    rule("edge.conflict", { "line-color": colour("--conflict"), "target-arrow-color": colour("--conflict"), width: 3.5 }),
    rule("node.pinned", { "border-width": 2, "border-color": colour("--ink") }),
    rule("node:selected", { "border-width": 3, "border-color": colour("--accent") }),
    rule("edge.chosen, edge.way", { width: 4, "line-color": colour("--accent"), "target-arrow-color": colour("--accent"), "z-index": 10 }),
    rule("node.way", { "border-width": 3, "border-color": colour("--accent") }),
    rule(".faint", { opacity: 0.12 }),
  ];
}
