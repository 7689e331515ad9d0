// What the page asks of the endpoint. Every answer of the same graph version is cached by the browser (ETag).

import type { Claim } from "./claim";

export interface Facet {
  value: string; // what to ask for
  name: string; // what to show
  count: number;
}

export interface Claims {
  total: number;
  claims: Claim[];
  facets?: Record<string, { total: number; values: Facet[] }>;
}

export interface Entity {
  id: string;
  name: string;
  type: string;
  names: string[];
  claims: number;
  as: { subject: number; object: number; argument: number; source: number };
  neighbours: { id: string; name: string; type: string; count: number }[];
  relations: Facet[];
  voices: Facet[];
  articles: Facet[];
  identity: string[];
}

export interface Article {
  id: string;
  title: string;
  outlet: string;
  author: string;
  published: string;
  url: string;
  claims: number;
}

export interface Completion {
  id: string;
  name: string;
  type?: string;
  title?: string;
  count: number;
}

export interface Completions {
  entities: Completion[];
  relations: Completion[];
  queries: Completion[];
}

export interface Evidence {
  document: string;
  quote: string;
  voice: string;
  claim?: string;
}

export interface Answers {
  question: string;
  answers: { text: string; id: string | null; confidence: number; claims: string[]; origins: number; evidence: Evidence[] }[] | null;
  query: string;
  nearest?: Evidence[];
}

/** Cite is a claim as path, conflicts and timelines cite it. */
export interface Cite {
  claim: string;
  text: string;
  quote: string;
  document: string;
  title?: string;
  published?: string;
  says?: string[];
  polarity: string;
  modality: string;
}

export interface Conflict {
  kind: string;
  status: string;
  sides: { text: string; claims: Cite[]; origins: number }[];
}

export interface Path {
  hops: { claims: Cite[] }[];
}

export interface Saved {
  name: string;
  title: string;
  params: { name: string; default: string; type: string; description: string }[];
}

const root = "/api/sayso/v1/";

/** Failure is an answer that says what is wrong. */
export class Failure extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** useToken keeps a token for as long as the tab is open. */
export function useToken(token: string): void {
  sessionStorage.setItem("token", token);
}

/** send makes a request, with the token where there is one. */
async function send(path: string, body?: string, headers: Record<string, string> = {}): Promise<Response> {
  const token = sessionStorage.getItem("token");
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  const response = await fetch(path, { method: body === undefined ? "GET" : "POST", body, headers });
  if (!response.ok) {
    throw new Failure(response.status, await reason(response));
  }
  return response;
}

export const claims = (query: Record<string, string>) => get<Claims>("claims", query);
export const claim = (id: string) => get<{ claim: Claim; article: Article; origins: number; same: Cite[]; against: Cite[] }>("claim", { id });
export const entity = (id: string) => get<{ entities: Entity[] }>("entity", { id });
export const articles = () => get<{ total: number; articles: Article[] }>("articles", { limit: "10000" });
export const article = (id: string) => get<Omit<Article, "claims"> & { text: string; claims: Claim[] }>("article", { id });
export const complete = (q: string) => get<Completions>("complete", { q });
export const ask = (q: string) => get<Answers>("ask", { q });
export const path = (from: string, to: string) => get<{ shortest: Path | null; best: Path | null }>("path", { from, to });
export const conflicts = (entity: string) => get<{ conflicts: Conflict[] }>("conflicts", { entity });
export const saved = () => get<Saved[]>("queries", {});

/** gizmo runs a query as any Cayley client does. */
export async function gizmo(text: string, limit: number): Promise<Rows> {
  const response = await send(`/api/v2/query?lang=gizmo&limit=${limit}`, text);
  const body = await response.json();
  return { rows: body.result ?? [], cut: isCut(response) };
}

/** sparql runs a query by the SPARQL 1.1 Protocol. */
export async function sparql(text: string): Promise<Rows> {
  const response = await send("/sparql", text, { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json" });
  const body = await response.json();
  if ("boolean" in body) {
    return { rows: [{ answer: body.boolean ? "yes" : "no" }], cut: false };
  }
  const rows = body.results.bindings.map((b: Record<string, { value: string }>) => Object.fromEntries(Object.entries(b).map(([name, term]) => [name, term.value])));
  return { rows, cut: isCut(response) };
}

/** rows runs a saved query with its parameters. */
export async function rows(name: string, parameters: Record<string, string>): Promise<{ columns: string[]; rows: Record<string, unknown>[] }> {
  return (await send(`/q/${name}.json?` + new URLSearchParams(parameters))).json();
}

export interface Rows {
  rows: Record<string, unknown>[];
  cut: boolean; // there are more
}

function isCut(response: Response): boolean {
  return response.headers.get("X-Result-Truncated") === "true";
}

async function get<T>(path: string, query: Record<string, string>): Promise<T> {
  const kept = Object.entries(query).filter(([, value]) => value !== "");
  return (await send(root + path + "?" + new URLSearchParams(kept))).json();
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
