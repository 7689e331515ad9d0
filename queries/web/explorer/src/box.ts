// The one box: an entity, a question, Gizmo or SPARQL, completed from the data.

import * as api from "./api";
import { byID, fill, h, named } from "./dom";
import { guess } from "./load";
import { onView, view, visit } from "./state";

const input = byID<HTMLTextAreaElement>("box");
const chip = byID("kind");
const list = byID("suggestions");

interface Suggestion extends api.Completion {
  kind: "entity" | "relation" | "query";
}

let suggestions: Suggestion[] = [];
let chosen = -1;
let asked = 0;

/** start wires the box up. */
export function start(): void {
  byID("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    submit(input.value.trim(), "");
  });
  input.addEventListener("input", () => {
    showKind();
    grow();
    void suggest();
  });
  input.addEventListener("keydown", keyed);
  input.addEventListener("blur", () => setTimeout(close, 150));
  onView(reset);
  reset();
}

function reset(): void {
  input.value = view().page === "" ? readable(view().q) : "";
  showKind();
  grow();
  close();
}

/** readable writes a reference as the name that it is made from. */
function readable(q: string): string {
  return q.startsWith("e:") ? decodeURIComponent(q.slice(2)).replaceAll("_", " ") : q;
}

function submit(text: string, as: string): void {
  close();
  visit({ q: text, as });
}

function showKind(): void {
  const text = input.value.trim();
  const kind = readable(view().q) === text && view().as ? view().as : text ? guess(text) : "";
  chip.textContent = kind;
  chip.hidden = kind === "";
}

/** grow gives the box the lines that its text has. */
function grow(): void {
  input.rows = Math.min(8, input.value.split("\n").length);
}

function keyed(event: KeyboardEvent): void {
  switch (event.key) {
    case "ArrowDown":
    case "ArrowUp":
      if (suggestions.length > 0) {
        event.preventDefault();
        choose((chosen + (event.key === "ArrowDown" ? 1 : suggestions.length + 1)) % (suggestions.length + 1));
      }
      return;
    case "Escape":
      return close();
    case "Enter":
      if (event.shiftKey) {
        return;
      }
      event.preventDefault();
      if (chosen >= 0 && chosen < suggestions.length) {
        return take(suggestions[chosen]);
      }
      submit(input.value.trim(), "");
  }
}

async function suggest(): Promise<void> {
  const prefix = input.value.trim();
  const mine = ++asked;
  if (prefix.length < 1 || ["gizmo", "sparql"].includes(guess(prefix))) {
    return close();
  }
  try {
    const found = await api.complete(prefix);
    if (mine === asked) {
      show(ranked(found));
    }
  } catch {
    close(); // completion is a help; a question can be asked without it
  }
}

/** ranked puts things first, then relations and saved queries. */
function ranked(found: api.Completions): Suggestion[] {
  return [
    ...found.entities.map((c) => ({ ...c, kind: "entity" as const })),
    ...found.relations.slice(0, 4).map((c) => ({ ...c, kind: "relation" as const })),
    ...found.queries.slice(0, 3).map((c) => ({ ...c, kind: "query" as const })),
  ].slice(0, 12);
}

function show(found: Suggestion[]): void {
  suggestions = found;
  chosen = -1;
  fill(list, found.map((s, i) => h("li", { role: "option", id: `suggestion-${i}`, "aria-selected": "false", onmousedown: () => take(s) },
    named(s.name.replaceAll("_", " ")), h("span", { class: "note" }, [s.type || s.kind, s.count ? ` · ${s.count}` : ""].join("")))));
  list.hidden = found.length === 0;
  input.setAttribute("aria-expanded", String(found.length > 0));
}

function choose(i: number): void {
  chosen = i;
  list.querySelectorAll("li").forEach((li, k) => li.setAttribute("aria-selected", String(k === i)));
  const option = document.getElementById(`suggestion-${i}`);
  option?.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", option ? option.id : "");
}

function take(s: Suggestion): void {
  if (s.kind === "entity") {
    submit(s.id, "entity");
  } else if (s.kind === "relation") {
    close();
    visit({ relation: s.name });
  } else {
    close();
    visit({ page: "questions", id: s.name });
  }
}

function close(): void {
  asked++;
  suggestions = [];
  chosen = -1;
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-activedescendant", "");
}
