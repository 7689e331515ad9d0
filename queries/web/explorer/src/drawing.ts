// Claims as nodes and edges.

import type { Claim, Thing } from "./claim";
import { isEntity, kind, spoken } from "./claim";

export interface Node {
  id: string;
  name: string;
  type: string;
  degree: number;
}

export interface Edge {
  id: string; // that of the claim with a mark: a claim that another claim is about is a node besides
  claim: string;
  source: string;
  target: string;
  label: string;
  kind: string; // asserted, attributed or hedged
  negative: boolean;
  conflict: boolean;
}

export interface Drawing {
  nodes: Node[];
  edges: Edge[];
  alone: number; // claims without an object, which the list alone shows
}

/** draw makes each claim an edge. The order of nodes and edges depends on the claims only. */
export function draw(claims: Claim[], conflicting: Set<string>, hidden: Set<string>): Drawing {
  const nodes = new Map<string, Node>();
  const edges: Edge[] = [];
  let alone = 0;
  for (const c of claims) {
    if (!c.object) {
      alone++;
      continue;
    }
    const source = key(c.subject);
    const target = key(c.object);
    if (hidden.has(source) || hidden.has(target)) {
      continue;
    }
    touch(nodes, source, c.subject);
    touch(nodes, target, c.object);
    edges.push({ id: edgeID(c.id), claim: c.id, source, target, label: spoken(c.predicate.name), kind: kind(c), negative: c.polarity === "negative", conflict: conflicting.has(c.id) });
  }
  return { nodes: [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), edges, alone };
}

/** edgeID is the edge of a claim. */
export function edgeID(claim: string): string {
  return "edge " + claim;
}

/** key is an entity's reference, or the text of a value: what two claims call the same is one node. */
function key(thing: Thing): string {
  return thing.id ?? "=" + (thing.value || thing.name);
}

function touch(nodes: Map<string, Node>, id: string, thing: Thing): void {
  const node = nodes.get(id);
  if (node) {
    node.degree++;
    return;
  }
  nodes.set(id, { id, name: shortened(thing.name), type: isEntity(id) ? (thing.type ?? "Thing") : "value", degree: 1 });
}

const longest = 48;

function shortened(name: string): string {
  return name.length > longest ? name.slice(0, longest - 1).trimEnd() + "…" : name;
}
