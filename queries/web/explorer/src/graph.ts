// The middle pane: the claims as a graph that can be walked, pruned and kept as a picture.

import cytoscape from "cytoscape";

import type { Claim } from "./claim";
import { isEntity } from "./claim";
import { byID, fill, h, named } from "./dom";
import { draw, type Drawing, edgeID } from "./drawing";
import type { Task } from "./layout.worker";
import { toSVG } from "./picture";
import { address, go, view } from "./state";
import { graphStyle } from "./style";

const canvas = byID("canvas");
const tools = byID("tools");
const about = byID("about");

/** many is how many edges make the graph leave out what costs time. */
const many = 1500;

let cy: cytoscape.Core | null = null;
let drawing: Drawing = { nodes: [], edges: [], alone: 0 };
let worker: Worker | null = null;
let laying = ""; // the nodes that the worker lays out
let laid = () => {}; // what follows then
let way = new Set<string>(); // the edges of a path
const places = new Map<string, { x: number; y: number }>();
const pinned = new Set<string>();

/** show draws claims. What lies already stays where it is. */
export function show(claims: Claim[], total: number, conflicting: Set<string>): void {
  drawing = draw(claims, conflicting, new Set(view().hidden.split(" ").filter(Boolean)));
  describe(claims.length, total);
  place(paint);
}

/** mark shows which edge the receipt is about. */
export function mark(id: string): void {
  cy?.edges(".chosen").removeClass("chosen");
  if (id) {
    cy?.getElementById(edgeID(id)).addClass("chosen");
  }
}

/** repaint follows a change of the theme. */
export function repaint(): void {
  cy?.style(graphStyle(drawing.edges.length > many));
}

/** path has one way through the graph stand out, from the next drawing on. */
export function path(claims: string[]): void {
  way = new Set(claims.map(edgeID));
}

function markWay(): void {
  const edges = cy?.edges().filter((e) => way.has(e.id()));
  edges?.addClass("way");
  edges?.connectedNodes().addClass("way");
}

function place(then: () => void): void {
  const fresh = drawing.nodes.filter((n) => !places.has(n.id));
  const wanted = drawing.nodes.map((n) => n.id).join("\n");
  laid = then;
  if (worker && laying === wanted) {
    return;
  }
  worker?.terminate();
  worker = null;
  if (fresh.length === 0) {
    return then();
  }
  laying = wanted;
  // Where little is new, what lies already is not moved by it.
  const stay = fresh.length < drawing.nodes.length / 2;
  const task: Task = {
    nodes: drawing.nodes.map((n) => ({ id: n.id, degree: n.degree, ...places.get(n.id), fixed: places.has(n.id) && (stay || pinned.has(n.id)) })),
    links: drawing.edges.map((e) => ({ source: e.source, target: e.target })),
  };
  canvas.setAttribute("aria-busy", "true");
  worker = new Worker("/assets/layout.js");
  worker.onmessage = (event: MessageEvent<[string, number, number][]>) => {
    for (const [id, x, y] of event.data) {
      places.set(id, { x, y });
    }
    canvas.removeAttribute("aria-busy");
    worker?.terminate();
    worker = null;
    laid();
  };
  worker.postMessage(task);
}

function paint(): void {
  const large = drawing.edges.length > many;
  cy?.destroy();
  cy = cytoscape({
    container: canvas,
    elements: [...drawing.nodes.map(node), ...drawing.edges.map((e) => ({ data: { ...e }, classes: classesOf(e) }))],
    style: graphStyle(large),
    layout: { name: "preset" },
    minZoom: 0.03,
    maxZoom: 3,
    textureOnViewport: large,
    hideEdgesOnViewport: drawing.edges.length > 8000,
    hideLabelsOnViewport: large,
    pixelRatio: large ? 1 : "auto",
  });
  listen(cy);
  cy.fit(undefined, 24);
  mark(view().claim);
  markWay();
  inspect();
  // For whoever drives the page in a test.
  canvas.dataset.nodes = String(cy.nodes().length);
  canvas.dataset.edges = String(cy.edges().length);
}

function node(n: Drawing["nodes"][number]): cytoscape.ElementDefinition {
  // What is linked with much is large, and its name can be read from afar.
  const weight = Math.sqrt(n.degree);
  return { data: { ...n, size: 10 + Math.min(40, 5 * weight), letters: Math.round(10 + Math.min(24, 3.2 * (weight - 1))) }, position: { ...places.get(n.id)! }, classes: pinned.has(n.id) ? "pinned" : "" };
}

function classesOf(e: Drawing["edges"][number]): string {
  return [e.kind, e.negative && "negative", e.conflict && "conflict"].filter(Boolean).join(" ");
}

function listen(c: cytoscape.Core): void {
  c.on("tap", "edge", (event) => go({ claim: event.target.data("claim"), pane: "receipt" }));
  c.on("select unselect", "node", inspect);
  c.on("dbltap", "node", (event) => expand(event.target.id()));
  c.on("dragfree", "node", (event) => places.set(event.target.id(), { ...event.target.position() }));
}

/** describe says in words what is drawn, also for who cannot see it. */
function describe(claims: number, total: number): void {
  const parts = [`showing ${drawing.edges.length} of ${total.toLocaleString("en")} claims between ${drawing.nodes.length} nodes`];
  if (drawing.alone > 0) {
    parts.push(`${drawing.alone} without an object stand in the list only`);
  }
  const gone = view().hidden.split(" ").filter(Boolean).length;
  if (gone > 0) {
    parts.push(`${gone} hidden`);
  }
  fill(about, parts.join(" · "), gone > 0 && [" ", h("button", { class: "link", onclick: () => go({ hidden: "" }) }, "show all")]);
  canvas.setAttribute("aria-label", `Graph of ${claims} claims; the list beside it has the same claims.`);
}

/** inspect offers what can be done with the nodes picked. */
function inspect(): void {
  const picked: cytoscape.NodeSingular[] = cy?.nodes(":selected").toArray() ?? [];
  const [one, two] = picked;
  fill(tools,
    button("fit", "see all of it", () => cy?.fit(undefined, 24)),
    button("PNG", "save what is seen as a picture", savePNG),
    button("SVG", "save what is seen as a drawing", saveSVG),
    picked.length === 0 && h("span", { class: "note" }, "pick a node; shift picks a second; a double click expands"),
    picked.length === 1 && one && [
      h("strong", {}, named(one.data("name"))),
      isEntity(one.id()) && h("a", { href: address({ page: "entity", id: one.id() }) }, "page"),
      isEntity(one.id()) && button("expand", "add its other claims", () => expand(one.id())),
      button("focus", "only it and what it is linked with", () => focus(one)),
      button(pinned.has(one.id()) ? "unpin" : "pin", "keep it where it is", () => pin(one)),
      button("hide", "take it out", () => hide(one.id())),
    ],
    picked.length === 2 && one && two && isEntity(one.id()) && isEntity(two.id()) &&
      button("path between", "the shortest way from one to the other", () => dispatchEvent(new CustomEvent("path", { detail: [one.id(), two.id()] }))),
    cy?.elements(".faint").nonempty() && button("end focus", "everything again", () => cy?.elements().removeClass("faint")));
}

function button(text: string, title: string, onclick: () => void): HTMLElement {
  return h("button", { title, onclick }, text);
}

function expand(id: string): void {
  if (isEntity(id)) {
    go({ around: [...new Set([...view().around.split(" ").filter(Boolean), id])].join(" ") });
  }
}

function hide(id: string): void {
  go({ hidden: [...view().hidden.split(" ").filter(Boolean), id].join(" ") });
}

function focus(n: cytoscape.NodeSingular): void {
  cy?.elements().addClass("faint");
  n.closedNeighborhood().removeClass("faint");
  cy?.fit(n.closedNeighborhood(), 40);
  inspect();
}

function pin(n: cytoscape.NodeSingular): void {
  if (!pinned.delete(n.id())) {
    pinned.add(n.id());
    places.set(n.id(), { ...n.position() });
  }
  n.toggleClass("pinned", pinned.has(n.id()));
  inspect();
}

function savePNG(): void {
  const background = getComputedStyle(document.body).backgroundColor;
  void (cy?.png({ output: "blob-promise", bg: background, scale: 2 }) as unknown as Promise<Blob>)?.then((blob) => save(blob, "graph.png"));
}

function saveSVG(): void {
  if (cy) {
    save(new Blob([toSVG(cy)], { type: "image/svg+xml" }), "graph.svg");
  }
}

function save(blob: Blob, name: string): void {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
