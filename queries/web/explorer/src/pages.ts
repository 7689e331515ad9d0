// The pages beside the workspace: an entity, an article, saved questions, conflicts, sources, how to query.

import * as api from "./api";
import type { Claim } from "./claim";
import { day, extras, kind, line, spoken, voice, when } from "./claim";
import { fill, h, named } from "./dom";
import { examples } from "./examples";
import { identity } from "./identity";
import { questions } from "./questions";
import { cited } from "./receipt";
import { type View, address } from "./state";

export type Page = (v: View) => Promise<(Node | string)[]>;

export const pages: Record<string, Page> = { entity, article, questions, conflicts, sources, examples };

const longest = 200; // claims of one list on a page

async function entity(v: View): Promise<Node[]> {
  const found = await api.entity(v.id);
  return Promise.all(found.entities.map(async (e) => {
    const about = await api.claims({ entity: e.id, sort: "time", limit: String(longest) });
    const claimsOf = (more: Partial<View>) => address({ q: e.id, as: "entity", ...more });
    return h("article", {},
      h("h1", {}, named(e.name), h("span", { class: "type" }, e.type)),
      e.names.length > 1 && h("p", {}, "also called ", e.names.filter((n) => n !== e.name).slice(0, 20).map((n, i) => [i > 0 && ", ", h("q", {}, named(n))])),
      h("p", { class: "actions" }, h("a", { href: claimsOf({}) }, `see its ${e.claims} claims as a graph`),
        h("span", { class: "note" }, `${e.as.subject} times as the one who does, ${e.as.object} as the one it is done to, ${e.as.source} as the one who says so`)),
      h("div", { class: "columns" },
        h("section", {}, h("h2", {}, "Relations"), tally(e.relations, (f) => h("a", { href: claimsOf({ relation: f.value }) }, spoken(f.value)))),
        h("section", {}, h("h2", {}, "Together with"), tally(e.neighbours.map((n) => ({ value: n.id, name: n.name, count: n.count })), (f) => h("a", { href: address({ page: "entity", id: f.value }) }, named(f.name)))),
        h("section", {}, h("h2", {}, "Sources"), tally(e.articles, (f) => h("a", { href: address({ page: "article", id: f.value }) }, named(f.name || f.value)))),
        h("section", {}, h("h2", {}, "Voices"), tally(e.voices, (f) => h("a", { href: claimsOf({ voice: f.value }) }, named(f.name || f.value))))),
      h("section", {}, h("h2", {}, "In time"), dated(about.claims, about.total)),
      h("section", { class: "who" }, h("h2", {}, "Who is who"), identity(e)));
  }));
}

function tally(counted: api.Facet[], write: (f: api.Facet) => Node): HTMLElement {
  const most = 15;
  return h("ul", { class: "tally" }, counted.slice(0, most).map((f) => h("li", {}, write(f), h("span", { class: "note" }, ` ${f.count}`))),
    counted.length > most && h("li", { class: "note" }, `and ${counted.length - most} more`));
}

function dated(claims: Claim[], total: number): HTMLElement {
  const known = claims.filter((c) => day(c));
  if (known.length === 0) {
    return h("p", { class: "note" }, "No claim about it says when.");
  }
  return h("div", {}, h("p", { class: "note" }, `${known.length} of ${total} claims say when.`),
    h("ol", { class: "dated" }, known.map((c) => h("li", {}, h("time", {}, when(c)), h("a", { class: kind(c), href: address({ claim: c.id }) }, named(line(c)))))));
}

async function article(v: View): Promise<Node[]> {
  const a = await api.article(v.id);
  return [
    h("h1", {}, named(a.title || a.id)),
    h("p", { class: "note" }, [a.outlet, a.author, a.published, `${a.claims.length} claims`].filter(Boolean).join(" · ")),
    h("p", { class: "actions" }, h("a", { href: address({ article: a.id }) }, "see its claims as a graph"), /^https?:/.test(a.url) && h("a", { href: a.url, target: "_blank", rel: "noreferrer noopener" }, "the original")),
    a.text === "" ? h("p", { class: "note" }, "The store has its claims, but not its text.") : text(a.text, a.claims, v.claim),
  ];
}

/** text marks every stretch that a claim stands on; offsets count code points. */
function text(whole: string, claims: Claim[], chosen: string): HTMLElement {
  const points = Array.from(whole);
  const edges = [...new Set([0, points.length, ...claims.flatMap((c) => [c.start, c.end])])].sort((a, b) => a - b);
  const out = h("div", { class: "text" });
  const box = h("aside", { class: "parts", hidden: true, "aria-live": "polite" });
  for (let i = 0; i + 1 < edges.length; i++) {
    const piece = points.slice(edges[i], edges[i + 1]).join("");
    const over = claims.filter((c) => c.start <= edges[i] && c.end >= edges[i + 1]);
    if (over.length === 0) {
      out.append(piece);
      continue;
    }
    const best = over.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
    const tell = () => {
      box.hidden = false;
      fill(box, over.map(parts));
    };
    const hush = () => (box.hidden = true);
    const mark = h("a", { class: `span ${kind(best)}${over.some((c) => c.id === chosen) ? " chosen" : ""}`, href: address({ claim: best.id }), onmouseenter: tell, onfocus: tell, onmouseleave: hush, onblur: hush }, piece);
    out.append(mark);
  }
  queueMicrotask(() => out.querySelector(".chosen")?.scrollIntoView({ block: "center" }));
  return h("div", {}, out, box);
}

/** parts are who does what to whom in a claim, and on whose say-so. */
function parts(c: Claim): HTMLElement {
  const [who, relation, whom] = [c.subject.name, spoken(c.predicate.name), c.object?.name];
  return h("p", { class: kind(c) }, h("b", {}, named(who)), " ", h("span", { class: "relation" }, relation), " ", whom && h("b", {}, named(whom)),
    h("span", { class: "note" }, " ", [extras(c), when(c), c.attribution && `says ${voice(c)}`, c.modality !== "asserted" && c.modality, c.polarity === "negative" && "denied"].filter(Boolean).join(" · ")));
}

const disagreement: Record<string, string> = {
  negated: "One says so, the other not", opposite: "One says the opposite of the other", number: "The numbers differ", object: "It is said of different things", subject: "It is said of different ones",
};

async function conflicts(v: View): Promise<Node[]> {
  const { conflicts: all } = await api.conflicts(v.id);
  return [h("h1", {}, "Conflicts"), h("p", { class: "note" }, all.length === 0 ? "No contradiction was found in these articles. Claims are compared by the names and relations that they have in common." : `${all.length} ${all.length === 1 ? "place" : "places"} where claims do not agree, side by side.`),
    ...all.map((c) => h("section", { class: "pair" }, h("h2", {}, `${disagreement[c.kind] ?? c.kind}: ${c.status}`),
      h("div", { class: "columns" }, c.sides.map((side) => h("div", {}, h("h3", {}, named(side.text), h("span", { class: "note" }, ` ${side.origins} ${side.origins === 1 ? "origin" : "origins"}`)), side.claims.map(cited))))))];
}

async function sources(): Promise<Node[]> {
  const found = await api.articles();
  return [h("h1", {}, "Sources"), h("table", {},
    h("thead", {}, h("tr", {}, ["article", "outlet", "published", "claims"].map((c) => h("th", { scope: "col" }, c)))),
    h("tbody", {}, found.articles.map((a) => h("tr", {},
      h("td", {}, h("a", { href: address({ page: "article", id: a.id }) }, named(a.title || a.id))), h("td", {}, named(a.outlet)), h("td", {}, a.published),
      h("td", {}, h("a", { href: address({ article: a.id }) }, String(a.claims ?? "")))))))];
}
