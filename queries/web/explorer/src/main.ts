// The explorer: one box, claims, a graph, a timeline, and the sentence that everything rests on.

import * as api from "./api";
import * as box from "./box";
import { byID, fill, h } from "./dom";
import * as graph from "./graph";
import * as list from "./list";
import { byIDs, load, type Shown } from "./load";
import { pages } from "./pages";
import * as query from "./query";
import * as receipt from "./receipt";
import { type View, go, onView, view } from "./state";
import * as timeline from "./timeline";

const workspace = byID("workspace");
const page = byID("page");
const status = byID("status");

let shown: Shown | null = null;
let conflicting = new Set<string>();
let asked = 0;

/** What of a view decides what is fetched; the rest only decides what is drawn. */
const fetched: (keyof View)[] = ["page", "id", "q", "as", "relation", "voice", "article", "modality", "around", "limit"];

function changed(now: View, before: View): void {
  document.body.dataset.pane = now.pane || "list";
  if (fetched.some((name) => now[name] !== before[name])) {
    return void open();
  }
  if (now.claim !== before.claim) {
    void receipt.show();
    list.mark(now.claim);
    graph.mark(now.claim);
  }
  if (now.page === "" && (["from", "to", "clock", "sort", "hidden"] as const).some((name) => now[name] !== before[name])) {
    redraw();
  }
}

/** open fetches and draws the page or the workspace that the view asks for. */
async function open(): Promise<void> {
  const mine = ++asked;
  const v = view();
  const drawn = pages[v.page];
  workspace.hidden = drawn !== undefined;
  page.hidden = drawn === undefined;
  for (const link of document.querySelectorAll("nav a")) {
    link.toggleAttribute("aria-current", link.getAttribute("href") === "/" + v.page);
  }
  timeline.stop();
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

function failed(problem: Error): void {
  if (problem instanceof api.Failure && problem.status === 401) {
    return askForToken();
  }
  if (view().page) {
    fill(page, h("h1", {}, "Not found"), h("p", { class: "problem", role: "alert" }, problem.message));
    return;
  }
  say(problem.message);
  shown = { kind: "all", claims: [], total: 0, facets: {}, answers: null, rows: null, cut: false, heading: "" };
  redraw();
}

/** askForToken is shown where the server lets nobody read without one. */
function askForToken(): void {
  const input = h("input", { type: "password", autocomplete: "off", "aria-label": "token" });
  const enter = (event: Event) => {
    event.preventDefault();
    api.useToken(input.value);
    void open();
  };
  status.hidden = false;
  fill(status, h("form", { onsubmit: enter }, "This server wants a token. ", input, " ", h("button", {}, "use it")));
  input.focus();
}

/** say tells what went wrong, above everything. */
function say(text: string): void {
  status.textContent = text;
  status.hidden = text === "";
}

function redraw(): void {
  if (!shown) {
    return;
  }
  const left = shown.claims.filter(timeline.within);
  list.show(shown, left, conflicting);
  graph.show(left, shown.total, conflicting);
  timeline.show(shown.claims, redraw);
  query.show(shown);
}

/** readRest fetches what the first picture can do without. */
async function readRest(): Promise<void> {
  try {
    timeline.learn((await api.articles()).articles);
    redraw();
    const found = await api.conflicts("");
    conflicting = new Set(found.conflicts.flatMap((c) => c.sides.flatMap((side) => side.claims.map((cite) => cite.claim))));
    if (conflicting.size > 0) {
      redraw();
    }
  } catch {
    // Without these nothing is dated by publication or drawn red; everything else stands.
  }
}

/** showPath draws the shortest way between two entities over what is shown. */
async function showPath(from: string, to: string): Promise<void> {
  const { shortest } = await api.path(from, to);
  if (!shortest || !shown) {
    return say("There is no way from one to the other in these articles.");
  }
  const ids = shortest.hops.map((hop) => hop.claims[0].claim);
  const have = new Set(shown.claims.map((c) => c.id));
  shown.claims.push(...(await byIDs(ids.filter((id) => !have.has(id)))));
  graph.path(ids);
  redraw();
}

addEventListener("path", (event) => {
  const [from, to] = (event as CustomEvent<string[]>).detail;
  showPath(from, to).catch((problem: Error) => say(problem.message));
});

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

document.body.dataset.pane = view().pane || "list";
box.start();
onView(changed);
void open().then(readRest);
