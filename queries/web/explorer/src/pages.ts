// The pages beside the workspace: an entity, an article, saved questions, conflicts, sources, how to query.

import * as api from "./api";
import type { Claim } from "./claim";
import { day, isEntity, kind, line, spoken, voice, when } from "./claim";
import { h, named } from "./dom";
import { row } from "./list";
import { copy } from "./receipt";
import { type View, address, visit } from "./state";

type Page = (v: View) => Promise<(Node | string)[]>;

export const pages: Record<string, Page> = { entity, article, questions, conflicts, sources, help };

const longest = 200; // claims of one list on a page

async function entity(v: View): Promise<Node[]> {
  const found = await api.entity(v.id);
  return found.entities.map((e) => h("article", {},
    h("h1", {}, named(e.name), h("span", { class: `type ${e.type}` }, e.type)),
    e.names.length > 1 && h("p", {}, "also called ", e.names.filter((n) => n !== e.name).slice(0, 20).map((n, i) => [i > 0 && ", ", h("q", {}, named(n))])),
    h("p", { class: "actions" }, h("a", { href: address({ q: e.id, as: "entity" }) }, `see its ${e.claims.length} claims as a graph`)),
    h("section", {}, h("h2", {}, "Relations"), relations(e)),
    h("section", {}, h("h2", {}, "In time"), dated(e.claims)),
    h("section", {}, h("h2", {}, "Sources"), tally(e.claims, (c) => c.document, (id) => h("a", { href: address({ page: "article", id }) }, named(id))), h("h3", {}, "Voices"), tally(e.claims, voice, named)),
    h("section", {}, h("h2", {}, "Who is who"), identity(e))));
}

/** relations counts what an entity does and what is done to it. */
function relations(e: api.Entity): HTMLElement {
  const does = e.claims.filter((c) => c.subject.id === e.id);
  const suffers = e.claims.filter((c) => c.object?.id === e.id);
  const list = (title: string, claims: Claim[]) => claims.length > 0 && h("div", {}, h("h3", {}, title),
    tally(claims, (c) => c.predicate.name, (name) => h("a", { href: address({ q: e.id, as: "entity", relation: name }) }, spoken(name))));
  return h("div", { class: "columns" }, list("as the one who does", does), list("as the one it is done to", suffers));
}

function tally(claims: Claim[], of: (c: Claim) => string, write: (value: string) => Node): HTMLElement {
  const counts = new Map<string, number>();
  for (const c of claims) {
    counts.set(of(c), (counts.get(of(c)) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return h("ul", { class: "tally" }, sorted.slice(0, 30).map(([value, count]) => h("li", {}, write(value), h("span", { class: "note" }, ` ${count}`))),
    sorted.length > 30 && h("li", { class: "note" }, `and ${sorted.length - 30} more`));
}

function dated(claims: Claim[]): HTMLElement {
  const known = claims.filter((c) => day(c)).sort((a, b) => day(a).localeCompare(day(b)));
  if (known.length === 0) {
    return h("p", { class: "note" }, "No claim about it says when.");
  }
  return h("ol", { class: "dated" }, known.slice(0, longest).map((c) => h("li", {}, h("time", {}, when(c)), h("a", { class: kind(c), href: address({ claim: c.id }) }, named(line(c))))));
}

/** identity gives the commands: who is who is decided where the store is written. */
function identity(e: api.Entity): HTMLElement {
  const quoted = JSON.stringify(e.name);
  const commands = [`sayso merge ${quoted} "OTHER NAME" --why "…"`, `sayso apart ${quoted} "OTHER NAME"`, `sayso split ${quoted}`, "sayso undo"];
  return h("div", {}, h("p", {}, "These names were read as one thing. Where that is wrong, the owner of the store can say so, and take it back:"),
    h("ul", {}, commands.map((c) => h("li", {}, h("code", {}, c), " ", h("button", { class: "link", onclick: (event: Event) => copy(event, c) }, "copy")))));
}

async function article(v: View): Promise<Node[]> {
  const found = await api.article(v.id);
  const a = found.article;
  return [
    h("h1", {}, named(a.title || a.id)),
    h("p", { class: "note" }, [a.outlet, a.author, a.published, `${found.claims.length} claims`].filter(Boolean).join(" · ")),
    h("p", { class: "actions" }, h("a", { href: address({ article: a.id }) }, "see its claims as a graph"), a.url && [" ", h("a", { href: a.url, target: "_blank", rel: "noreferrer noopener" }, "the original")]),
    text(found.text, found.claims, v.claim),
  ];
}

/** text marks every stretch that a claim stands on; offsets count code points. */
function text(whole: string, claims: Claim[], chosen: string): HTMLElement {
  const points = Array.from(whole);
  const edges = [...new Set([0, points.length, ...claims.flatMap((c) => [c.start, c.end])])].sort((a, b) => a - b);
  const out = h("div", { class: "text" });
  for (let i = 0; i + 1 < edges.length; i++) {
    const piece = points.slice(edges[i], edges[i + 1]).join("");
    const over = claims.filter((c) => c.start <= edges[i] && c.end >= edges[i + 1]);
    if (over.length === 0) {
      out.append(piece);
      continue;
    }
    const best = over.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
    const mark = h("a", { class: `span ${kind(best)}${over.some((c) => c.id === chosen) ? " chosen" : ""}`, href: address({ claim: best.id }), title: over.map(line).join("\n") }, piece);
    out.append(mark);
  }
  queueMicrotask(() => out.querySelector(".chosen")?.scrollIntoView({ block: "center" }));
  return out;
}

async function questions(v: View): Promise<Node[]> {
  const found = await api.saved();
  return [h("h1", {}, "Saved questions"), h("p", { class: "note" }, "Each is a query with blanks. Its answer has an address, so it can be shared or read by a script."),
    ...found.queries.map((q) => form(q, v.id === q.name))];
}

function form(q: api.Saved, open: boolean): HTMLElement {
  const result = h("div", { "aria-live": "polite" });
  const inputs = q.parameters.map((p) => h("input", { name: p.name, value: p.default, placeholder: p.says, autocomplete: "off" }));
  const values = () => Object.fromEntries(inputs.map((i) => [i.name, i.value] as [string, string]).filter(([, value]) => value !== ""));
  const run = async (event: Event) => {
    event.preventDefault();
    try {
      const rows = await api.rows(q.name, values());
      const columns = [...new Set(rows.flatMap((r) => Object.keys(r)))];
      result.replaceChildren(h("p", { class: "note" }, `${rows.length} rows · `, h("a", { href: `/q/${q.name}.csv?` + new URLSearchParams(values()), download: `${q.name}.csv` }, "CSV"), " ",
        h("a", { href: `/q/${q.name}.json?` + new URLSearchParams(values()), target: "_blank" }, "its address")),
        h("table", {}, h("thead", {}, h("tr", {}, columns.map((c) => h("th", { scope: "col" }, c)))),
          h("tbody", {}, rows.slice(0, longest).map((r) => h("tr", {}, columns.map((c) => h("td", {}, named(String(r[c] ?? "")))))))));
    } catch (problem) {
      result.replaceChildren(h("p", { class: "problem", role: "alert" }, (problem as Error).message));
    }
  };
  return h("details", { open }, h("summary", {}, q.name, h("span", { class: "note" }, ` ${q.title}`)),
    h("form", { onsubmit: run }, q.parameters.map((p, i) => h("label", {}, p.name, inputs[i])), h("button", {}, "run")), result);
}

async function conflicts(v: View): Promise<Node[]> {
  const found = await api.conflicts(v.id);
  const all = found.conflicts ?? [];
  return [h("h1", {}, "Conflicts"), h("p", { class: "note" }, all.length === 0 ? "No two claims in these articles contradict each other." : `${all.length} places where claims do not agree, side by side.`),
    ...all.map((c) => h("section", { class: "pair" }, h("h2", {}, c.kind), h("ol", { class: "claims" }, c.claims.map((claim) => row(claim, true)))))];
}

async function sources(): Promise<Node[]> {
  const found = await api.articles();
  return [h("h1", {}, "Sources"), h("table", {},
    h("thead", {}, h("tr", {}, ["article", "outlet", "published", "claims"].map((c) => h("th", { scope: "col" }, c)))),
    h("tbody", {}, found.articles.map((a) => h("tr", {},
      h("td", {}, h("a", { href: address({ page: "article", id: a.id }) }, named(a.title || a.id))), h("td", {}, named(a.outlet)), h("td", {}, a.published),
      h("td", {}, h("a", { href: address({ article: a.id }) }, String(a.claims ?? "")))))))];
}

/** help shows queries about what is most spoken of in the data at hand, so that each gives something. */
async function help(): Promise<Node[]> {
  const { claims } = await api.claims({ limit: "200" });
  const known = claims.find((c) => isEntity(c.subject.id) && c.subject.type === "Person" && isEntity(c.object?.id)) ?? claims.find((c) => isEntity(c.subject.id) && c.object);
  if (!known) {
    return [h("h1", {}, "How to query"), h("p", {}, "The store is empty: build one from articles first, with ", h("code", {}, "sayso build FOLDER"), ".")];
  }
  const who = known.subject;
  const relation = known.predicate.name;
  const examples: [string, string, string, string][] = [
    ["An entity", "Its name, or any name that an article gives it.", who.name, "entity"],
    ["A question", "In English; the answer shows its evidence, or says that there is none.", `What did ${who.name} say?`, "question"],
    ["Gizmo: what did it do?", "Names work as typed; an edge is a claim.", `g.V(${JSON.stringify(who.name)}).Out(${JSON.stringify(relation)}).All()`, "gizmo"],
    ["Gizmo: which relations lead from it?", "", `g.V(${JSON.stringify(who.name)}).OutPredicates().All()`, "gizmo"],
    ["Gizmo: rows for a graph", "Columns named source and target draw a graph in other tools.", `g.V(${JSON.stringify(who.name)}).Tag("source").Out().Tag("target").All()`, "gizmo"],
    ["SPARQL: who did what", "", `SELECT ?relation ?whom WHERE { <urn:sayso:${long(who.id!)}> ?relation ?whom } LIMIT 20`, "sparql"],
    ["SPARQL: claims by voice", "", "SELECT ?voice (COUNT(?claim) AS ?claims)\nWHERE { ?claim a rdf:Statement ; prov:wasAttributedTo ?voice }\nGROUP BY ?voice ORDER BY DESC(?claims) LIMIT 10", "sparql"],
  ];
  return [h("h1", {}, "How to query"), h("p", {}, "The box takes an entity, a question, Gizmo or SPARQL. Each of these runs on the data at hand."),
    ...examples.map(([title, says, q, as]) => h("section", { class: "example" }, h("h2", {}, title), says && h("p", { class: "note" }, says), h("pre", {}, h("code", {}, q)),
      h("p", { class: "actions" }, h("button", { onclick: () => visit({ q, as }) }, "run"), h("button", { onclick: (e: Event) => copy(e, q) }, "copy")))),
    h("section", {}, h("h2", {}, "From outside"), h("p", {}, "Every view has an address. Programs ask at ", h("a", { href: "/openapi.json", target: "_blank" }, "/openapi.json"), ", Cayley's clients at ", h("code", {}, "/api/v2/query"), ", SPARQL clients at ", h("code", {}, "/sparql"), "."))];
}

const kinds: Record<string, string> = { e: "entity", p: "relation", a: "article", c: "claim" };

function long(ref: string): string {
  return ref.replace(/^(\w):/, (_, prefix: string) => kinds[prefix] + "/");
}
