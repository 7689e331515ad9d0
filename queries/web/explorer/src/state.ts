// The whole view stands in the address, so that it can be bookmarked, shared, and gone back from.

export interface View {
  page: string; // "", entity, article, questions, conflicts, sources, examples
  id: string; // of the entity or article that the page is about
  q: string; // what stands in the box
  as: string; // how it is read: entity, question, gizmo, sparql; "" where it tells itself
  claim: string; // whose receipt is shown
  relation: string;
  voice: string;
  article: string;
  modality: string;
  month: string; // in which it happened
  from: string; // first and last day of the brush
  to: string;
  clock: string; // "" for when it happened, published for when it was reported
  sort: string;
  path: string; // two entities, joined with a space, between which the shortest way was added
  around: string; // entities whose neighbourhood was added, joined with spaces
  hidden: string; // entities taken out of the graph
  pane: string; // the pane shown where there is room for one: list, graph, receipt
  limit: string;
}

const names: (keyof View)[] = ["id", "q", "as", "claim", "relation", "voice", "article", "modality", "month", "from", "to", "clock", "sort", "path", "around", "hidden", "pane", "limit"];

type Listener = (view: View, before: View) => void;

const listeners: Listener[] = [];

let current = read(location);

/** view is where the reader is. */
export function view(): View {
  return current;
}

/** onView calls back after every change of the view. */
export function onView(listener: Listener): void {
  listeners.push(listener);
}

/** go changes some of the view and keeps the rest. */
export function go(change: Partial<View>): void {
  move({ ...current, ...change });
}

/** visit goes to another page or question: nothing of the view is kept. */
export function visit(change: Partial<View>): void {
  move({ ...empty(), ...change });
}

/** replace changes the view without a step to go back to. */
export function replace(change: Partial<View>): void {
  current = { ...current, ...change };
  history.replaceState(null, "", address(current));
}

/** address is the URL of a view. */
export function address(v: Partial<View>): string {
  const query = new URLSearchParams();
  for (const name of names) {
    if (v[name]) {
      query.set(name, v[name]);
    }
  }
  const text = query.toString();
  return "/" + (v.page ?? "") + (text ? "?" + text : "");
}

function move(next: View): void {
  const before = current;
  const to = address(next);
  if (to === address(before)) {
    return;
  }
  current = next;
  history.pushState(null, "", to);
  tell(before);
}

function tell(before: View): void {
  for (const listener of listeners) {
    listener(current, before);
  }
}

function read(from: { pathname: string; search: string }): View {
  const v = empty();
  v.page = from.pathname.slice(1);
  const query = new URLSearchParams(from.search);
  for (const name of names) {
    v[name] = query.get(name) ?? "";
  }
  return v;
}

function empty(): View {
  return { page: "", id: "", q: "", as: "", claim: "", relation: "", voice: "", article: "", modality: "", month: "", from: "", to: "", clock: "", sort: "", path: "", around: "", hidden: "", pane: "", limit: "" };
}

window.addEventListener("popstate", () => {
  const before = current;
  current = read(location);
  tell(before);
});

// A link to a page of ours changes the view and loads nothing.
document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest?.("a[href^='/']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.hasAttribute("download") || link.hasAttribute("target")) {
    return;
  }
  event.preventDefault();
  const url = new URL(link.getAttribute("href")!, location.origin);
  move(read(url));
});
