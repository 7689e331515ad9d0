// The query behind the view, as Gizmo that can be changed, kept and taken elsewhere.

import * as api from "./api";
import { byID, fill, h, save } from "./dom";
import { isPaged, paged, type Shown } from "./load";
import { copy } from "./receipt";
import { type View, view, visit } from "./state";
import { behind } from "./token";

const pane = byID<HTMLDetailsElement>("query");

let drawn = "";

/** show writes the query of what is shown. Where that is the same as before, what was typed or begun here stays. */
export function show(shown: Shown): void {
  const text = written(shown, view());
  const key = JSON.stringify([shown.kind, text, shown.total]);
  if (key === drawn) {
    return;
  }
  drawn = key;
  const area = h("textarea", { rows: Math.min(12, text.split("\n").length + 1), spellcheck: "false", "aria-label": "the query behind this view" });
  area.value = text;
  const language = shown.kind === "sparql" ? "sparql" : "gizmo";
  const keeping = h("div");
  fill(pane,
    h("summary", {}, "The query behind this view"),
    area,
    h("p", { class: "actions" },
      h("button", { onclick: () => visit({ q: area.value, as: language }) }, "run"),
      h("button", { onclick: (e: Event) => copy(e, curl(area.value, language)) }, "copy as curl"),
      language === "gizmo" && h("button", { onclick: () => fill(keeping, keep(area)) }, "save as question"),
      downloads(shown, area),
      h("a", { href: "/examples" }, "how to query")),
    keeping);
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
  const beyond = [v.voice === "article" && "in the articles' own voice", v.month && `of ${v.month}`, (v.from || v.to) && `from ${v.from || "the first day"} to ${v.to || "the last"}`].filter(Boolean);
  return (beyond.length > 0 ? `// This view shows only those ${beyond.join(", ")}; that is left out here.\n` : "") + start + filters.filter(Boolean).map((f) => "\n  " + f).join("") + `\n  .GetLimit(${shown.claims.length || 100})`;
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

/** keep asks for a name, and saves the query under it. */
function keep(area: HTMLTextAreaElement): HTMLElement {
  const command = `sayso save NAME --query ${`'${area.value.replaceAll("'", `'\\''`)}'`}`;
  return h("div", {},
    behind("save a question", () => {
      const name = h("input", { name: "name", required: true, pattern: "[a-z0-9][a-z0-9_\\-]{0,63}", title: "a to z, digits, - and _", placeholder: "name", "aria-label": "name of the question" });
      const title = h("input", { name: "title", placeholder: "what it asks", "aria-label": "what it asks" });
      const replace = h("input", { type: "checkbox" });
      const said = h("span", { role: "status" });
      const enter = async (event: Event) => {
        event.preventDefault();
        try {
          await api.save(name.value, (title.value ? `// ${title.value}\n` : "") + area.value + "\n", replace.checked);
          fill(said, "saved: ", h("a", { href: `/questions?id=${name.value}` }, name.value));
        } catch (problem) {
          fill(said, h("span", { class: "wrong" }, (problem as Error).message));
        }
      };
      return h("form", { class: "decide", onsubmit: enter }, name, title, h("label", {}, replace, " replace one of that name"), h("button", {}, "save"), said);
    }),
    h("p", { class: "note" }, "Or on the command line: ", h("button", { class: "link", onclick: (e: Event) => copy(e, command) }, "copy the command")));
}

const results = ["json", "csv", "tsv", "xml"].map((id) => ({ id, ext: ["." + id] }));

/** downloads offers what the view shows in each format that the server writes. */
function downloads(shown: Shown, area: HTMLTextAreaElement): HTMLElement {
  const choice = h("select", { name: "format", "aria-label": "format" }, h("option", { value: "" }, "download as …"));
  const said = h("span", { class: "note", role: "status" });
  const known = shown.kind === "sparql" ? Promise.resolve(results) : api.formats().then((all) => all.filter((f) => f.write));
  void known.then((all) => choice.append(...all.map((f) => h("option", { value: f.id }, f.id))), () => choice.remove());
  choice.addEventListener("change", async () => {
    const format = (await known).find((f) => f.id === choice.value);
    choice.value = "";
    if (!format) {
      return;
    }
    said.textContent = "…";
    try {
      const { blob, cut } = await api.download(source(shown, area, format.id));
      save(blob, `claims${format.ext?.[0] ?? "." + format.id}`);
      said.textContent = cut ? `${format.id}: only the first ${most.toLocaleString("en")}` : `${format.id}: ${blob.size.toLocaleString("en")} bytes`;
    } catch (problem) {
      said.textContent = (problem as Error).message;
    }
  });
  return h("span", {}, choice, " ", said);
}

const most = 10_000;

/** source is where the view, or the query as it was changed, is to be had in a format. */
function source(shown: Shown, area: HTMLTextAreaElement, format: string): string {
  if (shown.kind === "sparql") {
    return "/sparql?" + new URLSearchParams({ query: area.value, format });
  }
  if (isPaged(shown.kind) && area.value === written(shown, view())) {
    const kept = Object.entries(paged(view())).filter(([, value]) => value !== "");
    return kept.length > 0 || shown.total <= most || format === "json" || format === "ndjson" ? "/api/sayso/v1/claims?" + new URLSearchParams([...kept, ["format", format], ["limit", String(most)]]) : "/api/sayso/v1/export?" + new URLSearchParams({ format });
  }
  return "/api/sayso/v1/query?" + new URLSearchParams({ q: area.value, format, limit: String(most) });
}
