// Who is who: what was decided, what may be, and, where a token allows, deciding it here.

import * as api from "./api";
import { fill, h, named } from "./dom";
import { copy } from "./receipt";
import { address } from "./state";
import { behind } from "./token";

/** identity is the section of an entity's page. */
export function identity(e: api.Entity): Node[] {
  const quoted = JSON.stringify(e.name);
  const commands = [`sayso merge ${quoted} "OTHER NAME" --why "…"`, `sayso apart ${quoted} "OTHER NAME"`, `sayso split ${quoted} --document ARTICLE`, "sayso undo"];
  return [
    e.identity.length === 0 ? h("p", {}, `${e.names.length === 1 ? "This name was" : `These ${e.names.length} names were`} read as one thing by rule; nobody has decided anything about it.`)
      : h("ol", { class: "history" }, e.identity.map((line) => h("li", {}, worded(line)))),
    behind("decide who is who", () => desk(e)),
    h("details", {}, h("summary", {}, "The same on the command line, while no server has the store"),
      h("ul", {}, commands.map((c) => h("li", {}, h("code", {}, c), " ", h("button", { class: "link", onclick: (event: Event) => copy(event, c) }, "copy"))))),
  ];
}

/** worded says a line of the decisions file in words. */
function worded(line: string): (Node | string)[] {
  const [said, why] = line.split(/\s+# ?/, 2);
  const [kind, a, second, ...rest] = said.split(" ");
  const words: Record<string, (Node | string)[]> = {
    same: [thing(second), " is ", thing(a)],
    apart: [thing(a), " and ", thing(second), " are two"],
    split: ["what ", second === "document" ? h("a", { href: address({ page: "article", id: rest.join(" ") }) }, `article ${rest.join(" ")}`) : h("q", {}, named(rest.join(" "))),
      second === "document" ? " calls " : " names, of ", thing(a), " is another"],
  };
  return [...(words[kind] ?? [line]), ...(why ? [h("span", { class: "note" }, " because: ", named(why))] : [])];
}

function thing(ref: string): HTMLElement {
  return h("a", { href: address({ page: "entity", id: ref }) }, named(ref.slice(2).replaceAll("_", " ")));
}

/** desk is where it is decided: a choice, a preview of what it changes, and only then the deed. */
async function desk(e: api.Entity): Promise<Node> {
  const { decisions, candidates } = await api.identity(e.id);
  const preview = h("div", { "aria-live": "polite" });
  const show = (line: string, undo: boolean) => void weigh(preview, line, undo);
  const last = decisions[decisions.length - 1];
  return h("div", { class: "desk" },
    candidates.length > 0 && h("div", {}, h("h3", {}, "It may be one with"), h("ul", {}, candidates.slice(0, 8).map((c) => h("li", {}, thing(c.id), h("span", { class: "note" }, ` ${c.why} `),
      h("button", { onclick: () => show(`same ${e.id} ${c.id}`, false) }, "the same"), " ", h("button", { onclick: () => show(`apart ${e.id} ${c.id}`, false) }, "two things"))))),
    form(e, show),
    last !== undefined && h("p", { class: "last" }, "Decided last: ", worded(last), " ", h("button", { onclick: () => show(last, true) }, "take it back")),
    preview);
}

type Show = (line: string, undo: boolean) => void;

/** form writes a decision: same, apart, or split by an article or a name. */
function form(e: api.Entity, show: Show): HTMLElement {
  const options = h("datalist", { id: "others" });
  const other = h("input", { list: "others", "aria-label": "another entity", placeholder: "another name", autocomplete: "off", oninput: () => void complete(other.value, e.id, options) });
  const article = h("select", { "aria-label": "article" }, e.articles.map((a) => h("option", { value: a.value }, a.name || a.value)));
  const name = h("select", { "aria-label": "name" }, e.names.map((n) => h("option", { value: n }, n)));
  const why = h("input", { "aria-label": "reason", placeholder: "why, for who asks later" });
  const error = h("span", { class: "wrong", role: "alert" });
  const parts: Record<string, HTMLElement> = { same: other, apart: other, document: article, name };
  const kind = h("select", { "aria-label": "decision", onchange: () => fill(slot, parts[kind.value]) },
    h("option", { value: "same" }, "is the same as"), h("option", { value: "apart" }, "is not"), h("option", { value: "document" }, "is another in the article"), h("option", { value: "name" }, "is another under the name"));
  const slot = h("span", {}, other);
  const enter = async (event: Event) => {
    event.preventDefault();
    error.textContent = "";
    try {
      const tail = why.value.trim() ? `  # ${why.value.trim().replace(/\s+/g, " ")}` : "";
      const splits: Record<string, string> = { document: article.value, name: name.value };
      show((kind.value in splits ? `split ${e.id} ${kind.value} ${splits[kind.value]}` : `${kind.value} ${e.id} ${await meant(other.value)}`) + tail, false);
    } catch (problem) {
      error.textContent = (problem as Error).message;
    }
  };
  return h("form", { class: "decide", onsubmit: enter }, h("strong", {}, named(e.name)), kind, slot, options, why, h("button", {}, "preview"), error);
}

async function complete(text: string, but: string, options: HTMLElement): Promise<void> {
  if (text.length > 1 && !text.startsWith("e:")) {
    const { entities } = await api.complete(text);
    fill(options, entities.filter((c) => c.id !== but).map((c) => h("option", { value: c.id }, `${c.name}, ${c.type}, ${c.count}`)));
  }
}

/** meant is the one entity of a name. */
async function meant(text: string): Promise<string> {
  if (text.startsWith("e:")) {
    return text;
  }
  const { entities } = await api.entityNamed(text);
  if (entities.length > 1) {
    throw new Error(`${text} may be any of ${entities.map((o) => o.id).join(", ")}: write which`);
  }
  return entities[0].id;
}

/** weigh shows what a decision would change, and lets it be or not. */
async function weigh(box: HTMLElement, line: string, undo: boolean): Promise<void> {
  fill(box, h("p", { class: "note" }, "looking what that changes …"));
  try {
    const change = await api.decide(line, undo, true);
    const deed = async () => {
      await api.decide(line, undo, false);
      dispatchEvent(new CustomEvent("decided"));
    };
    const yes = h("button", { class: "yes", onclick: () => void deed().catch((problem: Error) => failed(box, problem)) }, undo ? "take it back" : "decide so");
    fill(box, h("div", { class: "preview" },
      h("p", {}, h("strong", {}, undo ? "Taking back: " : "To decide: "), worded(line)),
      h("p", {}, change.articles.length === 0 ? "No claim changes by it now." : `${of(change.articles.length, "article")} would change: ${of(change.deleted, "quad")} go, ${of(change.added, "quad")} come, ${of(change.total, "part")} of claims mean another thing.`),
      change.moved.length > 0 && h("table", {}, h("thead", {}, h("tr", {}, ["claim", "part", "was", "becomes"].map((c) => h("th", { scope: "col" }, c)))),
        h("tbody", {}, change.moved.slice(0, 12).map((m) => h("tr", {}, h("td", {}, h("a", { href: address({ claim: m.claim }) }, named(m.quote))), h("td", {}, m.part), h("td", {}, thing(m.was)), h("td", {}, thing(m.now)))))),
      change.total > 12 && h("p", { class: "note" }, `and ${change.total - 12} more`),
      h("p", { class: "actions" }, yes, h("button", { onclick: () => fill(box) }, "leave it"))));
    yes.focus();
  } catch (problem) {
    failed(box, problem as Error);
  }
}

function failed(box: HTMLElement, problem: Error): void {
  fill(box, h("p", { class: "problem", role: "alert" }, problem.message));
}

const of = (n: number, what: string) => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;
