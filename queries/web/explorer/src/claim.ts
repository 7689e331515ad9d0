// A claim as the endpoint writes it, and how it reads.

export interface Thing {
  id: string | null;
  name: string;
  type?: string;
  mention?: string;
  value?: string;
}

export interface Attribution {
  source: Thing;
  cue: string;
  attribution?: Attribution;
}

export interface Claim {
  id: string;
  document: string;
  quote: string;
  start: number;
  end: number;
  sentence: string;
  subject: Thing;
  predicate: { id: string; name: string; lemma: string };
  object: Thing | null;
  arguments: { role: string; text: string; id: string | null }[];
  attribution: Attribution | null;
  polarity: "positive" | "negative";
  modality: string;
  time: { value: string; precision: string; text: string } | null;
  confidence: number;
  rule: string;
}

/** spoken writes a relation's name with spaces: did not sign. */
export function spoken(relation: string): string {
  return relation.replaceAll("_", " ");
}

/** voice is who says so: the chain of sources, or the article itself. */
export function voice(claim: Claim): string {
  const chain: string[] = [];
  for (let at: Attribution | null | undefined = claim.attribution; at; at = at.attribution) {
    chain.push(at.source.name);
  }
  return chain.length === 0 ? "article" : chain.reverse().join(" › ");
}

/** kind says how a claim is drawn: solid where an article itself asserts it, dashed otherwise. */
export function kind(claim: Claim): "asserted" | "hedged" | "attributed" {
  if (claim.modality !== "asserted") {
    return "hedged";
  }
  return claim.attribution ? "attributed" : "asserted";
}

/** when is the time value of a claim, or its words where nothing fixes it. */
export function when(claim: Claim): string {
  return claim.time ? claim.time.value || claim.time.text : "";
}

/** day is the first day that a time value speaks of, as YYYY, YYYY-MM or YYYY-MM-DD; "" for durations and the like. */
export function day(claim: Claim): string {
  const found = /^\d{4}(-\d{2}(-\d{2})?)?/.exec(claim.time?.value ?? "");
  return found ? found[0] : "";
}

/** extras are the arguments in words: in Jeddah, with Ukraine. */
export function extras(claim: Claim): string {
  return claim.arguments.map((a) => `${a.role} ${a.text}`).join(", ");
}

/** sentence writes a claim on one line. */
export function line(claim: Claim): string {
  return [claim.subject.name, spoken(claim.predicate.name), claim.object?.name ?? "", extras(claim)].filter(Boolean).join(" ");
}

/** isEntity tells things that have a page from claims and values. */
export function isEntity(id: string | null | undefined): id is string {
  return !!id && id.startsWith("e:");
}
