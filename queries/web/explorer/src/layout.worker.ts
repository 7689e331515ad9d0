// Places nodes by forces, away from the page's own thread. The same drawing is laid out the same way.

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";

import { pack } from "./pack";

export interface Task {
  nodes: { id: string; degree: number; x?: number; y?: number; fixed?: boolean }[];
  links: { source: string; target: string }[];
  aspect: number; // width by height of the canvas
}

type Placed = { id: string; degree: number; x: number; y: number; fx?: number; fy?: number };

onmessage = (event: MessageEvent<Task>) => {
  const { nodes, links, aspect } = event.data;
  const placed = start(nodes, links);
  if (nodes.some((n) => n.x !== undefined)) {
    settle(placed, links);
  } else {
    const parts = components(placed, links);
    for (const part of parts) {
      settle(part.nodes, part.links);
    }
    pack(parts.map((p) => p.nodes), aspect);
  }
  postMessage(placed.map((n) => [n.id, Math.round(n.x), Math.round(n.y)]));
};

/** settle lets forces move nodes until they lie still. */
function settle(placed: Placed[], links: Task["links"]): void {
  const many = placed.length > 1500;
  // Few nodes have room for the words on their edges.
  const reach = many ? 50 : placed.length < 80 ? 120 : 80;
  const simulation = forceSimulation(placed)
    .force("link", forceLink(links.map((l) => ({ ...l }))).id((n: Placed) => n.id).distance(reach).strength((l: { source: Placed; target: Placed }) => 1 / Math.min(8, l.source.degree, l.target.degree)))
    .force("charge", forceManyBody().strength(many ? -60 : -3.6 * reach).theta(many ? 1.1 : 0.9).distanceMax(many ? 800 : 450))
    .force("x", forceX(0).strength(0.07))
    .force("y", forceY(0).strength(0.1))
    .stop();
  if (!many) {
    simulation.force("collide", forceCollide((n: Placed) => 16 + Math.min(14, n.degree)));
  }
  const rounds = many ? Math.max(30, Math.round(240_000 / placed.length)) : placed.length < 8 ? 120 : 300;
  simulation.alphaDecay(1 - Math.pow(0.001, 1 / rounds));
  for (let i = 0; i < rounds; i++) {
    simulation.tick();
  }
}

/** components are the parts between which no edge leads, the largest first. */
function components(placed: Placed[], links: Task["links"]): { nodes: Placed[]; links: Task["links"] }[] {
  const parent = new Map(placed.map((n) => [n.id, n.id]));
  const root = (id: string): string => {
    while (parent.get(id) !== id) {
      parent.set(id, parent.get(parent.get(id)!)!);
      id = parent.get(id)!;
    }
    return id;
  };
  for (const { source, target } of links) {
    parent.set(root(source), root(target));
  }
  const parts = new Map<string, { nodes: Placed[]; links: Task["links"] }>();
  for (const n of placed) {
    const part = parts.get(root(n.id)) ?? { nodes: [], links: [] };
    parts.set(root(n.id), part);
    part.nodes.push(n);
  }
  for (const l of links) {
    parts.get(root(l.source))!.links.push(l);
  }
  const all = [...parts.values()].sort((a, b) => b.nodes.length - a.nodes.length || (a.nodes[0].id < b.nodes[0].id ? -1 : 1));
  for (const part of all) {
    part.nodes.forEach((n, i) => ([n.x, n.y] = spiral(i)));
  }
  return all;
}

/** spiral spreads any number of nodes evenly: by the golden angle. */
function spiral(i: number): [number, number] {
  const radius = 14 * Math.sqrt(i + 0.5);
  return [radius * Math.cos(i * 2.399963), radius * Math.sin(i * 2.399963)];
}

/** start keeps what lies already, and puts what is new beside what it is linked with. */
function start(nodes: Task["nodes"], links: Task["links"]): Placed[] {
  const known = new Map(nodes.filter((n) => n.x !== undefined).map((n) => [n.id, n]));
  const beside = new Map<string, string>();
  for (const { source, target } of links) {
    if (known.has(source)) {
      beside.set(target, source);
    }
    if (known.has(target)) {
      beside.set(source, target);
    }
  }
  return nodes.map((n, i) => {
    const angle = i * 2.399963;
    const near = known.get(beside.get(n.id) ?? "");
    const radius = 60 + (i % 7) * 12;
    const [x, y] = n.x !== undefined ? [n.x, n.y!] : near ? [near.x! + radius * Math.cos(angle), near.y! + radius * Math.sin(angle)] : spiral(i);
    return { id: n.id, degree: n.degree, x, y, ...(n.fixed ? { fx: x, fy: y } : {}) };
  });
}
