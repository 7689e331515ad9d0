// The saved questions: each a form, whose answer has an address.

import * as api from "./api";
import { h } from "./dom";
import { table } from "./list";
import { type View, address, view, visit } from "./state";

const longest = 200; // rows on the page

/** questions lists them; that of the view is open, and answered where the view says with what. */
export async function questions(v: View): Promise<Node[]> {
  const found = await api.saved();
  return [h("h1", {}, "Saved questions"), h("p", { class: "note" }, "Each is a query with blanks. Its answer has an address, so it can be shared or read by a script."),
    ...found.map((q) => form(q, v))];
}

function form(q: api.Saved, v: View): HTMLElement {
  const given = new URLSearchParams(q.name === v.id ? v.q : "");
  const result = h("div", { "aria-live": "polite" });
  const inputs = q.params.map((p) => h("input", { name: p.name, value: given.get(p.name) ?? p.default, placeholder: p.description, title: p.description, autocomplete: "off", list: p.type === "string" ? "names" : false, oninput: (e: Event) => void complete(e.target as HTMLInputElement, result) }));
  const values = () => new URLSearchParams(inputs.map((i) => [i.name, i.value]).filter(([, value]) => value !== ""));
  const enter = (event: Event) => {
    event.preventDefault();
    const asked = { page: "questions", id: q.name, q: values().toString() || "-" };
    if (address(asked) === address(view())) {
      void run(q, values(), result);
    } else {
      visit(asked);
    }
  };
  if (q.name === v.id && v.q !== "") {
    void run(q, values(), result);
  }
  const whole = h("details", { open: q.name === v.id }, h("summary", {}, q.name, h("span", { class: "note" }, ` ${q.title}`)),
    h("form", { onsubmit: enter }, q.params.map((p, i) => h("label", {}, p.name, inputs[i])), h("button", {}, "run")), result);
  if (q.name === v.id) {
    queueMicrotask(() => whole.scrollIntoView({ block: "nearest" }));
  }
  return whole;
}

/** complete offers names that begin as what is typed. */
async function complete(input: HTMLInputElement, beside: HTMLElement): Promise<void> {
  if (input.value.length < 2 || !input.hasAttribute("list")) {
    return;
  }
  const { entities } = await api.complete(input.value);
  const known = document.getElementById("names");
  const names = h("datalist", { id: "names" }, entities.map((e) => h("option", { value: e.name })));
  if (known) {
    known.replaceWith(names);
  } else {
    beside.before(names);
  }
}

async function run(q: api.Saved, values: URLSearchParams, result: HTMLElement): Promise<void> {
  try {
    const { rows, columns } = await api.rows(q.name, Object.fromEntries(values));
    const named = (kind: string) => `/q/${q.name}.${kind}?${values}`;
    result.replaceChildren(
      h("p", { class: "note" }, `${rows.length} ${rows.length === 1 ? "row" : "rows"}${rows.length > longest ? `, the first ${longest} of which stand here` : ""} · `,
        h("a", { href: named("csv"), download: `${q.name}.csv` }, "CSV"), " ", h("a", { href: named("gexf"), download: `${q.name}.gexf` }, "GEXF"), " ", h("a", { href: named("json"), target: "_blank" }, "its address")),
      rows.length > 0 ? h("div", { class: "rows" }, table(columns, rows.slice(0, longest))) : h("p", {}, "Nothing in these articles answers that."));
  } catch (problem) {
    result.replaceChildren(h("p", { class: "problem", role: "alert" }, (problem as Error).message));
  }
}
