// The right pane: the sentence that a claim rests on, and all that is known of it.

import * as api from "./api";
import type { Claim } from "./claim";
import { extras, isEntity, line, spoken, voice, when } from "./claim";
import { byID, fill, h, named } from "./dom";
import { address, go, view } from "./state";

const pane = byID("receipt");

let glance: Node[] = [];

/** learn notes what is most spoken of, which stands here as long as no claim is picked. */
export function learn(entities: api.Facet[]): void {
  glance = entities.length === 0 ? [] : [h("h3", {}, "Most spoken of here"), h("ul", { class: "tally" }, entities.slice(0, 12).map((f) =>
    h("li", {}, h("a", { href: address({ page: "entity", id: f.value }) }, named(f.name || f.value)), h("span", { class: "note" }, ` ${f.count.toLocaleString("en")}`))))];
}

/** show fetches and draws the receipt of the claim in the view. */
export async function show(): Promise<void> {
  const id = view().claim;
  if (id === "") {
    return fill(pane, h("h2", {}, "Receipt"), h("p", { class: "note" }, "Pick a claim, in the list or in the graph: here stands the sentence that it rests on."), glance);
  }
  try {
    const found = await api.claim(id);
    if (view().claim === id) {
      draw(found);
    }
  } catch (problem) {
    fill(pane, h("h2", {}, "Receipt"), h("p", { class: "problem", role: "alert" }, String((problem as Error).message)));
  }
}

function draw(found: Awaited<ReturnType<typeof api.claim>>): void {
  const { claim: c, article, reports, against } = found;
  const permalink = address({ claim: c.id });
  fill(pane,
    h("h2", {}, "Receipt", h("button", { class: "link close", "aria-label": "close the receipt", onclick: () => go({ claim: "", pane: "list" }) }, "close")),
    h("blockquote", {}, sentence(c, found.before, found.after)),
    h("p", { class: "source" }, h("a", { href: address({ page: "article", id: c.document, claim: c.id }) }, named(article.title || c.document)),
      h("span", { class: "note" }, [article.outlet, article.published].filter(Boolean).map((s) => ` · ${s}`).join(""))),
    parts(c),
    saySo(c, reports),
    against.length > 0 && [h("h3", {}, "Against it"), against.map(cited)],
    h("p", { class: "actions" },
      h("a", { href: permalink }, "permalink"), " ",
      h("button", { onclick: (e: Event) => copy(e, citation(c, article)) }, "copy as citation"), " ",
      h("button", { onclick: (e: Event) => copy(e, location.origin + permalink) }, "copy link")));
}

/** saySo are those who say the same: articles that are copies of one report count once. */
function saySo(c: Claim, reports: api.Report[]): Node[] {
  const articles = reports.reduce((n, r) => n + r.articles.length, 0);
  if (articles <= 1 && reports.every((r) => r.claims.length <= 1)) {
    return [h("h3", {}, "No other article says the same")];
  }
  return [
    h("h3", {}, `${articles} ${articles === 1 ? "article" : "articles"}, ${reports.length} independent ${reports.length === 1 ? "origin" : "origins"}`),
    ...reports.map((r, i) => {
      const others = r.claims.filter((cite) => cite.claim !== c.id);
      return h("section", { class: "origin" },
        h("h4", {}, i === 0 ? "this report" : "another report", r.articles.length > 1 && `, in ${r.articles.length} articles`),
        others.length === 0 && h("p", { class: "note" }, "in this article alone"),
        others.slice(0, shownOf).map(cited), others.length > shownOf && h("details", {}, h("summary", {}, `${others.length - shownOf} more`), others.slice(shownOf).map(cited)));
    }),
  ];
}

const shownOf = 3; // claims of one origin

/** cited is a claim with its quote and who says it. */
export function cited(c: api.Cite): HTMLElement {
  return h("p", { class: "cited" }, h("a", { href: address({ claim: c.claim }) }, h("q", {}, named(c.quote))),
    h("span", { class: "note" }, " ", [c.says?.join(" › "), c.title || c.document, c.published].filter(Boolean).join(" · ")));
}

/** sentence marks the quote within its sentence, and that within the article. */
function sentence(c: Claim, before: string, after: string): Node[] {
  const at = c.sentence.indexOf(c.quote);
  const [head, tail] = at < 0 ? ["", ""] : [c.sentence.slice(0, at), c.sentence.slice(at + c.quote.length)];
  const earlier = before.endsWith(head) ? before.slice(0, before.length - head.length) : "";
  const later = after.startsWith(tail) ? after.slice(tail.length) : "";
  const around = (text: string) => h("span", { class: "around" }, named(text));
  return [around(fromWord(earlier)), named(head), h("mark", {}, named(c.quote)), named(tail), around(toWord(later))];
}

const context = 160; // characters on either side

function fromWord(text: string): string {
  return text.length <= context ? text : "… " + text.slice(-context).replace(/^\S*\s/, "");
}

function toWord(text: string): string {
  return text.length <= context ? text : text.slice(0, context).replace(/\s\S*$/, "") + " …";
}

function parts(c: Claim): HTMLElement {
  const terms: [string, Node | string | null][] = [
    ["who", thing(c.subject)],
    ["does", h("a", { href: address({ relation: c.predicate.name }) }, spoken(c.predicate.name))],
    ["whom or what", c.object && thing(c.object)],
    ["further", extras(c) ? named(extras(c)) : null],
    ["when", c.time ? named([when(c), c.time.text && c.time.text !== when(c) ? `“${c.time.text}”` : "", c.time.precision && c.time.precision !== "unknown" ? `to the ${c.time.precision}` : ""].filter(Boolean).join(" · ")) : null],
    ["on whose say-so", c.attribution ? named(`${voice(c)}, by “${c.attribution.cue}”`) : "the article itself"],
    ["commitment", c.polarity === "negative" ? `${c.modality}, negated` : c.modality],
    ["confidence", `${Math.round(100 * c.confidence)} %, rule ${c.rule}`],
    ["stands at", `${c.document}, characters ${c.start} to ${c.end}`],
  ];
  return h("dl", {}, terms.filter(([, value]) => value).map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

function thing(t: Claim["subject"]): Node {
  const mention = t.mention && t.mention !== t.name ? h("span", { class: "note" }, " “", named(t.mention), "”") : null;
  const name = isEntity(t.id) ? h("a", { href: address({ page: "entity", id: t.id }) }, named(t.name)) : named(t.name);
  return h("span", {}, name, t.type && h("span", { class: "note" }, " " + t.type), mention);
}

function citation(c: Claim, article: api.Article): string {
  const where = [article.outlet, article.title || c.document, article.published].filter(Boolean).join(", ");
  return `“${c.quote}” (${where}; ${c.document}, characters ${c.start}–${c.end}). Claim ${c.id}: ${line(c)}.`;
}

/** copy puts text on the clipboard and says so on the button. */
export function copy(event: Event, text: string): void {
  const button = event.currentTarget as HTMLElement;
  const before = button.textContent;
  void navigator.clipboard.writeText(text).then(
    () => (button.textContent = "copied"),
    () => (button.textContent = "the browser forbids copying"),
  ).finally(() => setTimeout(() => (button.textContent = before), 1500));
}
