// What a view shows: which claims, rows and answers, and of how many.

import * as api from "./api";
import type { Claim } from "./claim";
import { isEntity } from "./claim";
import type { View } from "./state";

export interface Shown {
  kind: string; // how the box was read: all, entity, question, gizmo, sparql
  claims: Claim[];
  total: number; // of which claims are the first
  facets: Record<string, api.Facet[]>;
  answers: api.Answers | null;
  rows: Record<string, unknown>[] | null;
  cut: boolean; // there are more rows
  heading: string;
  way: string[]; // the claims of the path that was asked for
  remark: string; // what of it could not be had, or in words what the graph shows only in part
}

/** page is how many claims come at a time. */
export const page = 300;

/** load fetches what a view shows. */
export async function load(v: View): Promise<Shown> {
  const shown = await base(kindOf(v), v);
  await addNeighbourhoods(shown, v);
  await addPath(shown, v);
  shown.total = Math.max(shown.total, shown.claims.length);
  return shown;
}

/** kindOf is how the box is read. */
export function kindOf(v: View): string {
  return v.as || (v.q ? guess(v.q) : "all");
}

/** isPaged tells whether the server filters, sorts and counts: what a question or a query gave is here whole. */
export function isPaged(kind: string): boolean {
  return kind === "all" || kind === "entity";
}

/** guess tells what stands in the box. */
export function guess(text: string): string {
  const q = text.trim();
  if (/^(g|graph)\s*\.|^(const|let|var|\/\/)\s?/.test(q)) {
    return "gizmo";
  }
  if (/^(prefix|base|select|ask|construct|describe)\b/i.test(q) && /[{<]/.test(q)) {
    return "sparql";
  }
  if (/\?$|^(who|whom|whose|what|which|when|where|why|how|did|does|do|is|are|was|were|has|have|had|will|can)\s/i.test(q)) {
    return "question";
  }
  return "entity";
}

async function base(kind: string, v: View): Promise<Shown> {
  switch (kind) {
    case "question":
      return question(v);
    case "gizmo":
      return table("gizmo", v, await api.gizmo(v.q, page));
    case "sparql":
      return table("sparql", v, await api.sparql(v.q));
  }
  const entity = kind === "entity" ? v.q : "";
  const found = await api.claims({ ...paged(v), limit: v.limit || String(page), facets: "true" });
  return { ...nothing(kind, entity || "All claims"), claims: found.claims, total: found.total, facets: Object.fromEntries(Object.entries(found.facets ?? {}).map(([name, f]) => [name, f.values])) };
}

async function question(v: View): Promise<Shown> {
  const answers = await api.ask(v.q);
  const ids = (answers.answers ?? []).flatMap((a) => a.claims);
  const claims = await api.claimsOf(ids.length > 0 ? ids : (answers.nearest ?? []).flatMap((e) => (e.claim ? [e.claim] : [])));
  return { ...nothing("question", v.q), answers, claims, total: claims.length };
}

async function table(kind: string, v: View, found: api.Rows): Promise<Shown> {
  const claims = await api.claimsOf([...new Set(found.rows.flatMap((row) => Object.values(row).map(claimID)))].filter((id) => id !== "").slice(0, page));
  return { ...nothing(kind, v.q), rows: found.rows, cut: found.cut, claims, total: claims.length };
}

function nothing(kind: string, heading: string): Shown {
  return { kind, heading, claims: [], total: 0, facets: {}, answers: null, rows: null, cut: false, way: [], remark: "" };
}

/** filters are the parameters of a view that the endpoint knows. */
export function filters(v: View): Record<string, string> {
  return { relation: v.relation, voice: v.voice, article: v.article, modality: v.modality, month: v.month };
}

const orders: Record<string, string> = { when: "time", late: "-time", confidence: "-confidence" };

/** paged are the parameters of all claims of a view. */
export function paged(v: View): Record<string, string> {
  return { entity: kindOf(v) === "entity" ? v.q : "", ...filters(v), ...days(v), sort: orders[v.sort] ?? v.sort };
}

function days(v: View): Record<string, string> {
  return { from: v.from, to: v.to, clock: v.from || v.to ? v.clock : "" };
}

async function addNeighbourhoods(shown: Shown, v: View): Promise<void> {
  const have = new Set(shown.claims.map((c) => c.id));
  for (const id of v.around.split(" ").filter(isEntity)) {
    const more = await api.claims({ entity: id, ...days(v), limit: String(page) });
    const fresh = more.claims.filter((c) => !have.has(c.id));
    fresh.forEach((c) => have.add(c.id));
    shown.claims.push(...fresh);
    shown.total += fresh.length;
    if (more.total > more.claims.length) {
      shown.remark = `of the ${more.total.toLocaleString("en")} claims about ${id.slice(2).replaceAll("_", " ")} the first ${more.claims.length} were added`;
    }
  }
}

async function addPath(shown: Shown, v: View): Promise<void> {
  const [from, to] = v.path.split(" ");
  if (!from || !to) {
    return;
  }
  const { shortest } = await api.path(from, to);
  if (!shortest) {
    shown.remark = "There is no way from one to the other in these articles.";
    return;
  }
  shown.way = shortest.hops.map((hop) => hop.claims[0].claim);
  shown.remark = `the way: ${shortest.hops.map((hop) => hop.claims[0].text).join(" → ")}`;
  const have = new Set(shown.claims.map((c) => c.id));
  shown.claims.push(...(await api.claimsOf(shown.way.filter((id) => !have.has(id)))));
}

const claimIRI = "urn:sayso:claim/";

/** claimID returns c:ARTICLE/N where a value of a row names a claim, and nothing elsewhere. */
function claimID(value: unknown): string {
  if (typeof value !== "string") {
    return "";
  }
  const bare = value.replace(/^<|>$/g, "");
  if (bare.startsWith(claimIRI)) {
    return "c:" + bare.slice(claimIRI.length);
  }
  return /^c:[^\s]+\/\d+$/.test(bare) ? bare : "";
}
