// The query behind the view, as Gizmo that can be changed, kept and taken elsewhere.

import { byID, fill, h } from "./dom";
import type { Shown } from "./load";
import { copy } from "./receipt";
import { type View, view, visit } from "./state";

const pane = byID("query");

/** show writes the query of what is shown. */
export function show(shown: Shown): void {
  const text = written(shown, view());
  const area = h("textarea", { rows: Math.min(12, text.split("\n").length + 1), spellcheck: "false", "aria-label": "the query behind this view" });
  area.value = text;
  const language = shown.kind === "sparql" ? "sparql" : "gizmo";
  fill(pane,
    h("summary", {}, "The query behind this view"),
    area,
    h("p", { class: "actions" },
      h("button", { onclick: () => visit({ q: area.value, as: language }) }, "run"),
      h("button", { onclick: (e: Event) => copy(e, curl(area.value, language)) }, "copy as curl"),
      h("button", { onclick: (e: Event) => copy(e, `sayso save NAME <<'EOF'\n${area.value}\nEOF`) }, "save as question"),
      language === "gizmo" && h("button", { onclick: () => download(shown) }, "download as JSON"),
      h("a", { href: "/examples" }, "how to query")));
}

/** written is Gizmo that gives the claims of a view. */
export function written(shown: Shown, v: View): string {
  if (shown.kind === "gizmo" || shown.kind === "sparql") {
    return v.q;
  }
  if (shown.answers) {
    return shown.answers.query;
  }
  const start = shown.kind === "entity" ? `g.V(${node(v.q)}).In(["<rdf:subject>", "<rdf:object>"])` : `g.V().Has("<rdf:type>", "<rdf:Statement>")`;
  const filters = [
    v.relation && `.Has("<rdf:predicate>", ${relations(shown)})`,
    v.article && `.Has("<prov:wasQuotedFrom>", "<a:${v.article}>")`,
    v.modality && `.Has("<s:modality>", "${v.modality}")`,
    v.voice && v.voice !== "article" && `.Has("<prov:wasAttributedTo>", ${node(v.voice)})`,
  ];
  return start + filters.filter(Boolean).map((f) => "\n  " + f).join("") + `\n  .GetLimit(${shown.claims.length || 100})`;
}

/** relations are all those that a lemma stands for: signed, did not sign, will sign. */
function relations(shown: Shown): string {
  return [...new Set(shown.claims.map((c) => c.predicate.id))].sort().map((id) => `"<${id}>"`).join(", ");
}

function node(text: string): string {
  return JSON.stringify(text.startsWith("e:") ? `<${text}>` : text);
}

function curl(query: string, language: string): string {
  const quoted = `'${query.replaceAll("'", `'\\''`)}'`;
  if (language === "sparql") {
    return `curl ${location.origin}/sparql -H 'Content-Type: application/sparql-query' --data-binary ${quoted}`;
  }
  return `curl '${location.origin}/api/v2/query?lang=gizmo' --data-binary ${quoted}`;
}

function download(shown: Shown): void {
  const blob = new Blob([JSON.stringify(shown.rows ?? shown.claims, null, 2)], { type: "application/json" });
  const link = h("a", { href: URL.createObjectURL(blob), download: "claims.json" });
  link.click();
}
