// The left pane: answers, rows and claims, sorted and filtered.

import type { Facet } from "./api";
import { named as dateNamed } from "./bins";
import type { Claim } from "./claim";
import { extras, isEntity, kind, spoken, voice, when } from "./claim";
import { byID, fill, h, named } from "./dom";
import type { Shown } from "./load";
import { isPaged, page } from "./load";
import { address, go, type View, view } from "./state";

const pane = byID("list");

/** sorts are the orders in which what a question or a query gave is put; of a view that is paged the server knows more. */
const sorts: Record<string, (a: Claim, b: Claim) => number> = {
  "": () => 0, // as the articles have them
  subject: (a, b) => a.subject.name.localeCompare(b.subject.name),
  relation: (a, b) => a.predicate.lemma.localeCompare(b.predicate.lemma),
  when: (a, b) => (when(a) || "~").localeCompare(when(b) || "~"),
  late: (a, b) => when(b).localeCompare(when(a)),
  voice: (a, b) => voice(a).localeCompare(voice(b)),
  confidence: (a, b) => b.confidence - a.confidence,
};

/** show draws what was found; claims are those that the brush leaves. */
export function show(shown: Shown, claims: Claim[], conflicting: Set<string>): void {
  const sorted = isPaged(shown.kind) ? claims : [...claims].sort(sorts[view().sort] ?? sorts[""]);
  fill(pane,
    heading(shown),
    shown.answers && answers(shown),
    shown.rows && rows(shown),
    shown.kind === "all" && shown.claims.length === 0 && !isFiltered() && h("p", { class: "answer none" }, "The store is empty. Build it from articles: ", h("code", {}, "sayso build FOLDER"), "."),
    shown.kind === "entity" && shown.claims.length === 0 && !isFiltered() && h("p", { class: "answer none" }, "No claim is about anything of that name. The box completes names as you type."),
    (shown.claims.length > 0 || isFiltered()) && filters(shown),
    (shown.claims.length > 0 || isFiltered()) && count(shown, claims.length),
    rowsOf(sorted, conflicting),
    more(shown));
}

/** rowsOf draws a page of rows at a time: a page has room for thousands of claims as a graph, but not as a list. */
function rowsOf(sorted: Claim[], conflicting: Set<string>): HTMLElement {
  const list = h("ol", { class: "claims" });
  const next = () => {
    const from = list.children.length;
    list.append(...sorted.slice(from, from + page).map((c) => row(c, conflicting.has(c.id))));
    further.hidden = list.children.length >= sorted.length;
    further.textContent = `list ${Math.min(page, sorted.length - list.children.length)} more of ${sorted.length}`;
  };
  const further = h("button", { onclick: next });
  next();
  return h("div", {}, list, further);
}

function heading(shown: Shown): HTMLElement {
  const titles: Record<string, string> = { all: "All claims", question: "Answer", gizmo: "Rows", sparql: "Rows", entity: "Claims about " };
  return h("h2", {}, titles[shown.kind] ?? "", shown.kind === "entity" && named(entityName(shown)));
}

/** entityName is the name of the thing that the box names by its reference. */
function entityName(shown: Shown): string {
  for (const c of shown.claims) {
    for (const thing of [c.subject, c.object]) {
      if (thing?.id === shown.heading) {
        return thing.name;
      }
    }
  }
  return shown.heading.replace(/^e:/, "").replaceAll("_", " ");
}

function answers(shown: Shown): HTMLElement {
  const found = shown.answers?.answers ?? [];
  if (found.length === 0) {
    return h("p", { class: "answer none" }, "Nothing in these articles answers that.", shown.claims.length > 0 && " The nearest claims:");
  }
  return h("ul", { class: "answers" }, found.map((a) => h("li", {},
    h("strong", {}, isEntity(a.id) ? h("a", { href: address({ page: "entity", id: a.id }) }, named(a.text)) : named(a.text)),
    h("span", { class: "note" }, ` ${Math.round(100 * a.confidence)} % · ${a.origins} ${a.origins === 1 ? "origin" : "origins"}`),
    a.evidence.slice(0, 3).map((e) => h("q", {}, named(e.quote))))));
}

function rows(shown: Shown): HTMLElement {
  const found = shown.rows ?? [];
  const columns = [...new Set(found.flatMap((row) => Object.keys(row)))];
  // Rows that are claims, and nothing else, stand below as such.
  const claimsOnly = columns.length === 1 && found.length > 0 && found.length === shown.claims.length;
  return h("div", { class: "rows" },
    h("p", { class: "note" }, `${found.length} ${found.length === 1 ? "row" : "rows"}${shown.cut ? ", and there are more: say .GetLimit(n) or LIMIT n" : ""}${found.length === 0 ? ": nothing matches" : ""}`),
    found.length > page && h("p", { class: "note" }, `the first ${page} of them:`),
    found.length > 0 && !claimsOnly && table(columns, found.slice(0, page)));
}

/** table writes rows as such. */
export function table(columns: string[], rows: Record<string, unknown>[]): HTMLElement {
  return h("table", {},
    h("thead", {}, h("tr", {}, columns.map((c) => h("th", { scope: "col" }, c)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, columns.map((c) => h("td", {}, cell(row[c])))))));
}

/** cell writes a value of a row; what names an entity or a claim is a link to it. */
function cell(value: unknown): HTMLElement {
  const text = value == null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
  const found = /^<?(?:urn:sayso:(entity|relation|article|claim)\/|([epac]):)(.+?)>?$/.exec(text);
  if (!found) {
    return named(text);
  }
  const kind = found[1]?.[0] ?? found[2];
  const [article, voice] = found[3].split("/voice/");
  const name = named((voice && kind === "a" ? `${decodeURI(voice)}, ${article}` : decodeURI(found[3])).replaceAll("_", " "));
  const to: Record<string, Partial<View>> = { e: { page: "entity", id: "e:" + found[3] }, a: { page: "article", id: article }, c: { claim: "c:" + found[3] }, p: { relation: found[3] } };
  return h("a", { href: address(to[kind]) }, name);
}

function filters(shown: Shown): HTMLElement {
  const v = view();
  return h("div", { class: "filters" },
    isPaged(shown.kind) && [
      choice("relation", v.relation, shown.facets.relation ?? [], spoken),
      choice("voice", v.voice, shown.facets.voice ?? []),
      choice("article", v.article, shown.facets.article ?? []),
      choice("month", v.month, [...(shown.facets.month ?? [])].sort((a, b) => (a.value < b.value ? 1 : -1)), (m) => (m === "undated" ? m : dateNamed(m))),
      choice("modality", v.modality, shown.facets.modality ?? []),
    ],
    h("label", {}, "sort", select("sort", v.sort, Object.keys(sorts).map((s) => [s, sortNames[s] ?? s]))));
}

const sortNames: Record<string, string> = { "": "as written", when: "earliest first", late: "latest first", confidence: "surest first" };

function choice(name: "relation" | "voice" | "article" | "modality" | "month", chosen: string, facets: Facet[], write = (s: string) => s): HTMLElement {
  const options: [string, string][] = facets.map((f) => [f.value, `${write(f.name || f.value)} (${f.count})`]);
  if (chosen && !facets.some((f) => f.value === chosen)) {
    options.unshift([chosen, write(chosen)]);
  }
  return h("label", {}, name, select(name, chosen, [["", "all"], ...options]));
}

function select(name: string, chosen: string, options: string[][]): HTMLSelectElement {
  return h("select", { name, onchange: (e: Event) => go({ [name]: (e.target as HTMLSelectElement).value }) },
    options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)));
}

/** count says how much of everything is on the screen; nothing is cut in silence. */
function count(shown: Shown, left: number): HTMLElement {
  const what = `${shown.claims.length.toLocaleString("en")} of ${shown.total.toLocaleString("en")} ${shown.total === 1 ? "claim" : "claims"}`;
  return h("p", { class: "note", "aria-live": "polite" },
    left < shown.claims.length ? `${left} in the days chosen, of ${what}` : `showing ${what}${view().from || view().to ? " in the days chosen" : ""}`,
    shown.remark && ` · ${shown.remark}`,
    isFiltered() && [" · ", h("button", { class: "link", onclick: () => go({ relation: "", voice: "", article: "", modality: "", month: "", from: "", to: "" }) }, "clear filters")]);
}

function isFiltered(): boolean {
  const v = view();
  return [v.relation, v.voice, v.article, v.modality, v.month, v.from, v.to].some((value) => value !== "");
}

function more(shown: Shown): HTMLElement | false {
  return shown.claims.length < shown.total && shown.rows === null && shown.answers === null &&
    h("button", { onclick: () => go({ limit: String(shown.claims.length + page) }) }, `load ${Math.min(page, shown.total - shown.claims.length)} more`);
}

/** row is one claim: who, what, whom; beneath it when and on whose say-so. */
export function row(c: Claim, conflicting = false): HTMLElement {
  const chosen = view().claim === c.id;
  return h("li", { class: `claim ${kind(c)} ${c.polarity}${conflicting ? " conflict" : ""}`, "aria-current": chosen ? "true" : false },
    h("button", { class: "open", "data-claim": c.id, onclick: () => go({ claim: c.id, pane: "receipt" }) },
      named(c.subject.name), " ", h("span", { class: "relation" }, spoken(c.predicate.name)), " ", c.object && named(c.object.name),
      extras(c) && h("span", { class: "extras" }, " ", named(extras(c)))),
    h("span", { class: "note" }, [when(c), said(c), c.document].filter(Boolean).join(" · ")));
}

function said(c: Claim): string {
  const hedge = c.modality === "asserted" ? "" : `${c.modality}, `;
  return hedge + (c.attribution ? "says " + voice(c) : "the article itself");
}

/** mark shows which claim is chosen without drawing the list anew. */
export function mark(id: string): void {
  for (const button of pane.querySelectorAll<HTMLElement>("[data-claim]")) {
    const current = button.dataset.claim === id;
    button.parentElement!.toggleAttribute("aria-current", false);
    if (current) {
      button.parentElement!.setAttribute("aria-current", "true");
      button.scrollIntoView({ block: "nearest" });
    }
  }
}
