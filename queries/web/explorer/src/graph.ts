// The middle pane: the claims as a graph that can be walked, pruned and kept as a picture.

import cytoscape from "cytoscape";

import type { Claim } from "./claim";
import { isEntity } from "./claim";
import { byID, fill, h, named, save } from "./dom";
import { draw, type Drawing, edgeID } from "./drawing";
import type { Task } from "./layout.worker";
import { isPaged, kindOf, page } from "./load";
import { toPNG, toSVG } from "./picture";
import { type Signs, signs } from "./signs";
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
let names: Signs | null = null;
let way = new Set<string>(); // the edges of the path
let fitted = ""; // of what the whole was last brought into view
const places = new Map<string, { x: number; y: number }>();
const pinned = new Set<string>();
const undoing: { what: string; undo: () => void }[] = [];

/** show draws claims. What lies already stays where it is; of is what they are, and brings all of it into view where it is new. */
export function show(claims: Claim[], total: number, conflicting: Set<string>, path: string[], of: string): void {
  drawing = draw(claims, conflicting, new Set(hidden()));
  way = new Set(path.map(edgeID));
  describe(claims.length, total, isPaged(kindOf(view())));
  place(() => paint(of));
}

function hidden(): string[] {
  return view().hidden.split(" ").filter(Boolean);
}

/** mark shows which edge the receipt is about. */
export function mark(id: string): void {
  cy?.edges(".chosen").removeClass("chosen");
  if (id) {
    cy?.getElementById(edgeID(id)).addClass("chosen");
  }
  names?.draw();
}

/** repaint follows a change of the theme. */
export function repaint(): void {
  cy?.style(graphStyle(drawing.edges.length > many));
  names?.draw();
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
    nodes: drawing.nodes.map((n) => {
      const fixed = places.has(n.id) && (stay || pinned.has(n.id));
      return { id: n.id, degree: n.degree, ...(fixed ? places.get(n.id) : {}), fixed };
    }),
    links: drawing.edges.map((e) => ({ source: e.source, target: e.target })),
    aspect: canvas.clientWidth / Math.max(1, canvas.clientHeight) || 1.3,
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

function paint(of: string): void {
  const large = drawing.edges.length > many;
  const before = cy && fitted === of ? { zoom: cy.zoom(), pan: { ...cy.pan() } } : null;
  const picked = new Set(cy?.nodes(":selected").map((n) => n.id()));
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
    pixelRatio: large ? 1 : "auto",
  });
  cy.nodes().filter((n) => picked.has(n.id())).select();
  if (before && someInView(before)) {
    cy.viewport(before);
  } else {
    fit(way.size > 0 ? cy.edges().filter((e) => way.has(e.id())).connectedNodes() : undefined);
  }
  fitted = of;
  names = signs(cy);
  listen(cy);
  markWay();
  mark(view().claim);
  inspect();
  // For whoever drives the page in a test.
  canvas.dataset.nodes = String(cy.nodes().length);
  canvas.dataset.edges = String(cy.edges().length);
}

/** someInView tells whether a view that was kept still shows much of what is drawn now. */
function someInView({ zoom, pan }: { zoom: number; pan: { x: number; y: number } }): boolean {
  const inView = drawing.nodes.filter(({ id }) => {
    const [x, y] = [places.get(id)!.x * zoom + pan.x, places.get(id)!.y * zoom + pan.y];
    return x > 0 && y > 0 && x < canvas.clientWidth && y < canvas.clientHeight;
  });
  return 2 * inView.length > drawing.nodes.length;
}

/** fit brings all of it into view, but few things not larger than life. */
function fit(some?: cytoscape.CollectionReturnValue | cytoscape.NodeCollection): void {
  cy?.fit(some, 28);
  if (cy && cy.zoom() > 1.3) {
    cy.zoom(1.3);
    cy.center(some);
  }
}

function node(n: Drawing["nodes"][number]): cytoscape.ElementDefinition {
  // What is linked with much is large.
  return { data: { ...n, size: 13 + Math.min(45, 6 * Math.sqrt(n.degree)) }, position: { ...places.get(n.id)! }, classes: pinned.has(n.id) ? "pinned" : "" };
}

function classesOf(e: Drawing["edges"][number]): string {
  return [e.kind, e.negative && "negative", e.conflict && "conflict"].filter(Boolean).join(" ");
}

function listen(c: cytoscape.Core): void {
  c.on("tap", "edge", (event) => go({ claim: event.target.data("claim"), pane: "receipt" }));
  c.on("select unselect", "node", inspect);
  let [width, height] = [c.width(), c.height()];
  c.on("resize", () => {
    c.panBy({ x: (c.width() - width) / 2, y: (c.height() - height) / 2 });
    [width, height] = [c.width(), c.height()];
  });
  c.on("dbltap", "node", (event) => expand(event.target.id()));
  c.on("mouseover", "node", (event) => names?.point(new Set(event.target.closedNeighborhood().map((e: cytoscape.SingularElementReturnValue) => e.id()))));
  c.on("mouseover", "edge", (event) => names?.point(new Set([event.target.id(), event.target.source().id(), event.target.target().id()])));
  c.on("mouseout", () => names?.point(new Set()));
  c.on("dragfree", "node", (event) => moved(event.target.id(), { ...event.target.position() }));
}

function moved(id: string, to: { x: number; y: number }): void {
  const before = places.get(id)!;
  places.set(id, to);
  remember("the move", () => {
    places.set(id, before);
    cy?.getElementById(id).position(before);
  });
}

/** remember notes how the last thing done is undone. */
function remember(what: string, undo: () => void): void {
  undoing.push({ what, undo });
  inspect();
}

function undo(): void {
  undoing.pop()?.undo();
  inspect();
}

/** describe says in words what is drawn, also for who cannot see it. */
function describe(claims: number, total: number, paged: boolean): void {
  const parts = [`showing ${drawing.edges.length} of ${total.toLocaleString("en")} claims, ${drawing.nodes.length} nodes`];
  if (drawing.alone > 0) {
    parts.push(`${drawing.alone} have no object and stand in the list only`);
  }
  const gone = hidden().length;
  if (gone > 0) {
    parts.push(`${gone} hidden`);
  }
  const loaded = Number(view().limit) || page;
  fill(about, parts.join(" · "), loaded < total && paged && [" · ", h("button", { class: "link", onclick: () => go({ limit: String(loaded + page) }) }, "load more")], gone > 0 && [" ", h("button", { class: "link", onclick: () => go({ hidden: "" }) }, "show all")]);
  canvas.setAttribute("aria-label", `Graph of ${claims} claims; the list beside it has the same claims.`);
}

/** inspect offers what can be done with the nodes picked. */
function inspect(): void {
  const picked: cytoscape.NodeSingular[] = cy?.nodes(":selected").toArray() ?? [];
  const [one, two] = picked;
  const active = (document.activeElement as HTMLElement | null)?.closest("#tools") ? document.activeElement!.getAttribute("data-tool") : null;
  fill(tools,
    button("fit", "see all of it", () => fit()),
    button("PNG", "save what is seen as a picture", savePNG),
    button("SVG", "save what is seen as a drawing", saveSVG),
    undoing.length > 0 && button("undo", `take ${undoing[undoing.length - 1].what} back`, undo),
    finder(picked.length === 1 ? "pick a second" : "pick a node"),
    picked.length === 1 && one && [
      h("strong", {}, named(one.data("name"))),
      isEntity(one.id()) && h("a", { href: address({ page: "entity", id: one.id() }) }, "page"),
      isEntity(one.id()) && button("expand", "add its other claims", () => expand(one.id())),
      button("focus", "only it and what it is linked with", () => focus(one)),
      button(pinned.has(one.id()) ? "unpin" : "pin", "keep it where it is", () => pin(one)),
      button("hide", "take it out", () => hide(one.id())),
    ],
    picked.length === 2 && one && two && isEntity(one.id()) && isEntity(two.id()) && [
      h("strong", {}, named(one.data("name")), " and ", named(two.data("name"))),
      button("path between", "the shortest way from one to the other", () => findPath(one.id(), two.id())),
    ],
    picked.length > 0 && button("unpick", "pick nothing", () => cy?.nodes().unselect()),
    view().path !== "" && button("end path", "without the path", () => go({ path: "" })),
    cy?.elements(".faint").nonempty() && button("end focus", "everything again", endFocus));
  tools.querySelector<HTMLElement>(`[data-tool="${active}"]`)?.focus();
}

/** finder picks a node by its name, also for who has no mouse. */
function finder(words: string): HTMLElement {
  const take = (event: Event) => {
    const field = event.target as HTMLInputElement;
    const found = drawing.nodes.find((n) => n.name === field.value);
    if (found && cy) {
      const node = cy.getElementById(found.id);
      if (cy.nodes(":selected").length > 1) {
        cy.nodes().unselect();
      }
      node.select();
      cy.center(node);
    }
  };
  const options = [...drawing.nodes].sort((a, b) => b.degree - a.degree).slice(0, 400);
  return h("span", { class: "finder" },
    h("input", { list: "nodes", "data-tool": "finder", "aria-label": "pick a node by its name", title: "or click one; shift picks a second; a double click expands", placeholder: words, onchange: take }),
    h("datalist", { id: "nodes" }, options.map((n) => h("option", { value: n.name }))));
}

function button(text: string, title: string, onclick: () => void): HTMLElement {
  return h("button", { title, onclick, "data-tool": text }, text);
}

function expand(id: string): void {
  if (isEntity(id)) {
    const { around } = view();
    go({ around: [...new Set([...around.split(" ").filter(Boolean), id])].join(" ") });
    remember("the expansion", () => go({ around }));
  }
}

function hide(id: string): void {
  const before = view().hidden;
  go({ hidden: [...hidden(), id].join(" ") });
  remember("the hiding", () => go({ hidden: before }));
}

function findPath(from: string, to: string): void {
  const { path } = view();
  go({ path: `${from} ${to}` });
  remember("the path", () => go({ path }));
}

function focus(n: cytoscape.NodeSingular): void {
  cy?.elements().addClass("faint");
  n.closedNeighborhood().removeClass("faint");
  fit(n.closedNeighborhood());
  names?.draw();
  remember("the focus", endFocus);
}

function endFocus(): void {
  cy?.elements().removeClass("faint");
  names?.draw();
  inspect();
}

function pin(n: cytoscape.NodeSingular): void {
  const id = n.id();
  const turn = () => {
    if (!pinned.delete(id)) {
      pinned.add(id);
    }
    cy?.getElementById(id).toggleClass("pinned", pinned.has(id));
  };
  turn();
  places.set(id, { ...n.position() });
  remember(pinned.has(id) ? "the pin" : "the unpinning", turn);
}

function savePNG(): void {
  if (cy && names) {
    void toPNG(cy, names.placed).then((blob) => save(blob, "graph.png"));
  }
}

function saveSVG(): void {
  if (cy && names) {
    save(new Blob([toSVG(cy, names.placed)], { type: "image/svg+xml" }), "graph.svg");
  }
}

