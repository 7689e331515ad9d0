// Places nodes by forces, away from the page's own thread. The same drawing is laid out the same way.

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";

export interface Task {
  nodes: { id: string; degree: number; x?: number; y?: number; fixed?: boolean }[];
  links: { source: string; target: string }[];
}

type Placed = { id: string; degree: number; x: number; y: number; fx?: number; fy?: number };

onmessage = (event: MessageEvent<Task>) => {
  const { nodes, links } = event.data;
  const placed = start(nodes, links);
  const many = nodes.length > 1500;
  // Few nodes have room for the words on their edges.
  const reach = many ? 50 : nodes.length < 80 ? 150 : 95;
  const simulation = forceSimulation(placed)
    .force("link", forceLink(links.map((l) => ({ ...l }))).id((n: Placed) => n.id).distance(reach).strength((l: { source: Placed; target: Placed }) => 1 / Math.min(8, l.source.degree, l.target.degree)))
    .force("charge", forceManyBody().strength(many ? -60 : -3.6 * reach).theta(many ? 1.1 : 0.9).distanceMax(many ? 800 : 450))
    .force("x", forceX(0).strength(0.07))
    .force("y", forceY(0).strength(0.1))
    .stop();
  if (!many) {
    simulation.force("collide", forceCollide((n: Placed) => 22 + Math.min(14, n.degree)));
  }
  const rounds = many ? Math.max(30, Math.round(240_000 / nodes.length)) : 300;
  simulation.alphaDecay(1 - Math.pow(0.001, 1 / rounds));
  for (let i = 0; i < rounds; i++) {
    simulation.tick();
  }
  postMessage(placed.map((n) => [n.id, Math.round(n.x), Math.round(n.y)]));
};

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
    const angle = i * 2.399963; // the golden angle spreads any number of nodes evenly
    const near = known.get(beside.get(n.id) ?? "");
    const radius = near ? 60 + (i % 7) * 12 : 14 * Math.sqrt(i + 0.5);
    const x = n.x ?? (near?.x ?? 0) + radius * Math.cos(angle);
    const y = n.y ?? (near?.y ?? 0) + radius * Math.sin(angle);
    return { id: n.id, degree: n.degree, x, y, ...(n.fixed ? { fx: x, fy: y } : {}) };
  });
}
