// The explorer: one box, claims, a graph, a timeline, and the sentence that everything rests on.

import * as api from "./api";
import * as box from "./box";
import { byID, fill, h } from "./dom";
import * as graph from "./graph";
import * as list from "./list";
import { isPaged, load, type Shown } from "./load";
import { pages } from "./pages";
import * as query from "./query";
import * as receipt from "./receipt";
import { type View, go, onView, view } from "./state";
import * as timeline from "./timeline";
import { field } from "./token";

const workspace = byID("workspace");
const page = byID("page");
const status = byID("status");

let shown: Shown | null = null;
let conflicting = new Set<string>();
let asked = 0;

/** What of a view decides what is fetched; the rest only decides what is drawn. */
const fetched: (keyof View)[] = ["page", "id", "q", "as", "relation", "voice", "article", "modality", "month", "path", "around", "limit"];

/** sifted is what the server filters and sorts of all claims, and the page of what a question or a query gave. */
const sifted: (keyof View)[] = ["from", "to", "clock", "sort"];

function changed(now: View, before: View): void {
  showPane(now);
  const differs = (name: keyof View) => now[name] !== before[name];
  if (fetched.some(differs) || (shown && isPaged(shown.kind) && sifted.some(differs))) {
    timeline.stop();
    return void open();
  }
  if (now.claim !== before.claim) {
    void receipt.show();
    list.mark(now.claim);
    graph.mark(now.claim);
  }
  if (now.page === "" && [...sifted, "hidden" as const].some(differs)) {
    redraw();
  }
}

/** showPane picks the one pane that a telephone has room for. */
function showPane({ pane }: View): void {
  document.body.dataset.pane = pane || "list";
  for (const tab of document.querySelectorAll<HTMLElement>("#panes button")) {
    tab.setAttribute("aria-pressed", String(tab.dataset.pane === document.body.dataset.pane));
  }
}

/** open fetches and draws the page or the workspace that the view asks for. */
async function open(): Promise<void> {
  const mine = ++asked;
  const v = view();
  const drawn = v.page === "" ? undefined : (pages[v.page] ?? nowhere);
  workspace.hidden = drawn !== undefined;
  page.hidden = drawn === undefined;
  for (const link of document.querySelectorAll("nav a")) {
    link.toggleAttribute("aria-current", link.getAttribute("href") === "/" + v.page);
  }
  say("");
  document.body.setAttribute("aria-busy", "true");
  try {
    if (drawn) {
      const content = await drawn(v);
      if (mine === asked) {
        fill(page, content);
        page.querySelector("h1")?.setAttribute("tabindex", "-1");
      }
    } else {
      const found = await load(v);
      if (mine === asked) {
        shown = found;
        receipt.learn(found.facets.entity ?? []);
        void receipt.show();
        redraw();
      }
    }
  } catch (problem) {
    if (mine === asked) {
      failed(problem as Error);
    }
  } finally {
    if (mine === asked) {
      document.body.removeAttribute("aria-busy");
    }
  }
}

/** nowhere is the page of an address that has none. */
async function nowhere(): Promise<Node[]> {
  return [h("h1", {}, "There is no such page"), h("p", {}, "The address may be mistyped, or the page is of another version. ", h("a", { href: "/" }, "All claims"), ", ", h("a", { href: "/sources" }, "the articles"), ", or the box above.")];
}

function failed(problem: Error): void {
  if (problem instanceof api.Failure && problem.status === 401) {
    return askForToken();
  }
  if (view().page) {
    fill(page, h("h1", {}, "Not found"), h("p", { class: "problem", role: "alert" }, problem.message));
    return;
  }
  say(problem.message);
  shown = { kind: "nothing", claims: [], total: 0, facets: {}, answers: null, rows: null, cut: false, heading: "", way: [], remark: "" };
  redraw();
}

/** askForToken is shown where the server lets nobody read without one. */
function askForToken(): void {
  status.hidden = false;
  fill(status, field("read here", "", open));
  status.querySelector("input")!.focus();
}

/** say tells what went wrong, above everything. */
function say(text: string): void {
  // What is wrong with a query is pointed at from the line beneath it.
  fill(status, text.includes("\n") ? h("pre", { tabindex: 0 }, text) : text);
  status.hidden = text === "";
}

function redraw(): void {
  if (!shown) {
    return;
  }
  const left = isPaged(shown.kind) ? shown.claims : shown.claims.filter(timeline.within);
  list.show(shown, left, conflicting);
  graph.show(left, shown.total, conflicting, shown.way, shown.kind + shown.heading + shown.way);
  timeline.show(shown, played).catch((problem: Error) => say(problem.message));
  query.show(shown);
}

/** played follows the brush while it plays. */
async function played(): Promise<void> {
  if (shown && !isPaged(shown.kind)) {
    return redraw();
  }
  await open();
}

/** readRest fetches what the first picture can do without. */
async function readRest(): Promise<void> {
  try {
    timeline.learn((await api.articles()).articles);
    if (shown && !isPaged(shown.kind)) {
      redraw();
    }
    const found = await api.conflicts("");
    conflicting = new Set(found.conflicts.flatMap((c) => c.sides.flatMap((side) => side.claims.map((cite) => cite.claim))));
    if (conflicting.size > 0) {
      redraw();
    }
  } catch {
    // Without these nothing is dated by publication or drawn red; everything else stands.
  }
}

addEventListener("decided", () => void open());

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", graph.repaint);
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !(event.target as Element).matches("input, textarea, select")) {
    event.preventDefault();
    byID("box").focus();
  }
});
for (const tab of document.querySelectorAll<HTMLElement>("#panes button")) {
  tab.addEventListener("click", () => go({ pane: tab.dataset.pane }));
}

showPane(view());
box.start();
onView(changed);
void open().then(readRest);
