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

/** Report is what says the same in articles that are copies of one report. */
export interface Report {
  articles: string[];
  claims: Cite[];
}

/** Change is what a decision on who is who makes of the graph. */
export interface Change {
  decision: string;
  done: boolean;
  articles: string[];
  deleted: number;
  added: number;
  total: number;
  moved: { claim: string; quote: string; part: string; was: string; now: string }[];
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

export function forgetToken(): void {
  sessionStorage.removeItem("token");
}

export function hasToken(): boolean {
  return sessionStorage.getItem("token") !== null;
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
export const claim = (id: string) => get<{ claim: Claim; article: Article; before: string; after: string; reports: Report[]; against: Cite[] }>("claim", { id });
export const timeline = (query: Record<string, string>) => get<{ total: number; months: { month: string; count: number }[]; published: { month: string; count: number }[] }>("timeline", query);
export const entity = (id: string) => get<{ entities: Entity[] }>("entity", { id });
export const entityNamed = (name: string) => get<{ entities: Entity[] }>("entity", { name });
export const articles = () => get<{ total: number; articles: Article[] }>("articles", { limit: "10000" });
export const article = (id: string) => get<Omit<Article, "claims"> & { text: string; claims: Claim[] }>("article", { id });
export const complete = (q: string) => get<Completions>("complete", { q });
export const ask = (q: string) => get<Answers>("ask", { q });
export const path = (from: string, to: string) => get<{ shortest: Path | null; best: Path | null }>("path", { from, to });
export const conflicts = (entity: string) => get<{ total: number; conflicts: Conflict[] }>("conflicts", { entity, limit: "1000" });
export const saved = () => get<Saved[]>("queries", {});
export const bearer = () => get<{ scope: string; writes: boolean }>("token", {});
export const identity = (entity: string) => get<{ decisions: string[]; candidates: { id: string; name: string; score: number; why: string }[] }>("identity", { entity });

/** claimsOf fetches single claims, each once, in the order asked for. */
export async function claimsOf(ids: string[]): Promise<Claim[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) {
    return [];
  }
  const query = new URLSearchParams([...wanted.map((id) => ["claim", id]), ["limit", String(wanted.length)]]);
  const found = (await (await send(`${root}claims?${query}`)).json()) as Claims;
  const by = new Map(found.claims.map((c) => [c.id, c]));
  return wanted.flatMap((id) => by.get(id) ?? []);
}

/** decide decides who is who, or takes the last decision back, or only tells what that would change. */
export async function decide(line: string, undo: boolean, preview: boolean): Promise<Change> {
  return (await send(`${root}identity${undo ? "/undo" : ""}?preview=${preview}`, line)).json();
}

/** save keeps a query under a name. */
export async function save(name: string, text: string, replace: boolean): Promise<void> {
  await send(`${root}queries?${new URLSearchParams({ name, replace: String(replace) })}`, text);
}

/** formats are those that the server writes. */
export async function formats(): Promise<{ id: string; write: boolean; ext: string[] | null }[]> {
  return (await send("/api/v2/formats")).json();
}

/** download fetches what is to become a file, and tells whether there was more. */
export async function download(path: string): Promise<{ blob: Blob; cut: boolean }> {
  const response = await send(path);
  return { blob: await response.blob(), cut: isCut(response) };
}

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
