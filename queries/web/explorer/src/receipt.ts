// The right pane: the sentence that a claim rests on, and all that is known of it.

import * as api from "./api";
import type { Claim } from "./claim";
import { extras, isEntity, line, spoken, voice, when } from "./claim";
import { byID, fill, h, named } from "./dom";
import { address, go, view } from "./state";

const pane = byID("receipt");

/** show fetches and draws the receipt of the claim in the view. */
export async function show(): Promise<void> {
  const id = view().claim;
  if (id === "") {
    return fill(pane, h("h2", {}, "Receipt"), h("p", { class: "note" }, "Pick a claim, in the list or in the graph: here stands the sentence that it rests on."));
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
  const { claim: c, article, same, against, origins } = found;
  const permalink = address({ claim: c.id });
  fill(pane,
    h("h2", {}, "Receipt", h("button", { class: "link close", "aria-label": "close the receipt", onclick: () => go({ claim: "", pane: "list" }) }, "close")),
    h("blockquote", {}, sentence(c)),
    h("p", { class: "source" }, h("a", { href: address({ page: "article", id: c.document, claim: c.id }) }, named(article.title || c.document)),
      h("span", { class: "note" }, [article.outlet, article.published].filter(Boolean).map((s) => ` · ${s}`).join(""))),
    parts(c),
    h("h3", {}, same.length === 0 ? "Nobody else says the same" : `${origins} independent ${origins === 1 ? "report says" : "reports say"} so`),
    same.map(cited),
    against.length > 0 && [h("h3", {}, "Against it"), against.map(cited)],
    h("p", { class: "actions" },
      h("a", { href: permalink }, "permalink"), " ",
      h("button", { onclick: (e: Event) => copy(e, citation(c, article)) }, "copy as citation"), " ",
      h("button", { onclick: (e: Event) => copy(e, location.origin + permalink) }, "copy link")));
}

/** cited is a claim with its quote and who says it. */
export function cited(c: api.Cite): HTMLElement {
  return h("p", { class: "cited" }, h("a", { href: address({ claim: c.claim }) }, h("q", {}, named(c.quote))),
    h("span", { class: "note" }, " ", [c.says?.join(" › "), c.title || c.document, c.published].filter(Boolean).join(" · ")));
}

/** sentence marks the quote within its sentence. */
function sentence(c: Claim): Node[] {
  const at = c.sentence.indexOf(c.quote);
  if (at < 0) {
    return [h("mark", {}, named(c.quote))];
  }
  return [named(c.sentence.slice(0, at)), h("mark", {}, named(c.quote)), named(c.sentence.slice(at + c.quote.length))];
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
