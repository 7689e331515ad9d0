// What the page asks of the endpoint. Every answer of the same graph version is cached by the browser (ETag).

import type { Claim } from "./claim";

export interface Facet {
  value: string;
  name?: string;
  count: number;
}

export interface Claims {
  total: number;
  claims: Claim[];
  facets?: Record<string, Facet[]>;
}

export interface Entity {
  id: string;
  name: string;
  type: string;
  names: string[];
  claims: Claim[];
}

export interface Article {
  id: string;
  title: string;
  outlet: string;
  author: string;
  published: string;
  url: string;
  language: string;
  claims?: number;
}

export interface Suggestion {
  kind: string; // entity, relation, query
  text: string;
  id: string;
  type: string;
  count: number;
}

export interface Saved {
  name: string;
  title: string;
  parameters: { name: string; default: string; type: string; says: string }[];
}

const root = "/api/sayso/v1/";

/** Failure is an answer that says what is wrong. */
export class Failure extends Error {}

export const claims = (query: Record<string, string>) => get<Claims>("claims", query);
export const claim = (id: string) => get<{ claim: Claim; article: Article; same: Claim[]; origins: number }>("claim", { id });
export const entity = (id: string) => get<{ entities: Entity[] }>("entity", { name: id });
export const articles = () => get<{ articles: Article[] }>("articles", {});
export const article = (id: string) => get<{ article: Article; text: string; claims: Claim[] }>("article", { id });
export const complete = (prefix: string) => get<{ suggestions: Suggestion[] }>("complete", { prefix });
export const ask = (q: string) => get<Answers>("ask", { q });
export const path = (from: string, to: string) => get<{ hops: { claim: Claim }[] | null }>("path", { from, to });
export const conflicts = (entity: string) => get<{ conflicts: { kind: string; claims: Claim[] }[] | null }>("conflicts", { entity });
export const saved = () => get<{ queries: Saved[] }>("queries", {});
export const stats = () => get<Record<string, number>>("stats", {});

export interface Answers {
  question: string;
  answers: { text: string; id: string | null; confidence: number; claims: string[]; origins: number; evidence: { document: string; quote: string; voice: string }[] }[] | null;
  query: string;
  coverage: Record<string, unknown>;
  nearest?: string[];
}

/** gizmo runs a query as any Cayley client does. */
export async function gizmo(text: string, limit: number): Promise<{ rows: Record<string, unknown>[]; cut: boolean }> {
  const response = await fetch(`/api/v2/query?lang=gizmo&limit=${limit}`, { method: "POST", body: text });
  const body = await response.json();
  if (!response.ok) {
    throw new Failure(body.error ?? body.detail ?? response.statusText);
  }
  return { rows: body.result ?? [], cut: response.headers.get("X-Result-Truncated") === "true" };
}

/** sparql runs a query by the SPARQL 1.1 Protocol. */
export async function sparql(text: string): Promise<{ rows: Record<string, unknown>[]; cut: boolean }> {
  const response = await fetch("/sparql", { method: "POST", body: text, headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json" } });
  if (!response.ok) {
    throw new Failure(await reason(response));
  }
  const body = await response.json();
  if ("boolean" in body) {
    return { rows: [{ answer: body.boolean ? "yes" : "no" }], cut: false };
  }
  const rows = body.results.bindings.map((b: Record<string, { value: string }>) => Object.fromEntries(Object.entries(b).map(([name, term]) => [name, term.value])));
  return { rows, cut: response.headers.get("X-Result-Truncated") === "true" };
}

/** rows runs a saved query with its parameters. */
export async function rows(name: string, parameters: Record<string, string>): Promise<Record<string, unknown>[]> {
  const response = await fetch(`/q/${name}.json?` + new URLSearchParams(parameters));
  if (!response.ok) {
    throw new Failure(await reason(response));
  }
  const body = await response.json();
  return Array.isArray(body) ? body : (body.result ?? body.rows ?? []);
}

async function get<T>(path: string, query: Record<string, string>): Promise<T> {
  const kept = Object.entries(query).filter(([, value]) => value !== "");
  const response = await fetch(root + path + "?" + new URLSearchParams(kept));
  if (!response.ok) {
    throw new Failure(await reason(response));
  }
  return response.json();
}

async function reason(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const body = JSON.parse(text);
    return body.detail ?? body.error ?? body.title ?? text;
  } catch {
    return text || response.statusText;
  }
}
