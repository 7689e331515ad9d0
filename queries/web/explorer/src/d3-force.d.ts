// d3-force has no types of its own; these are the calls that the layout makes.
declare module "d3-force" {
  type Force = any;
  interface Simulation {
    force(name: string, force: Force): Simulation;
    alphaDecay(decay: number): Simulation;
    stop(): Simulation;
    tick(): Simulation;
  }
  export function forceSimulation(nodes: object[]): Simulation;
  export function forceLink(links: object[]): Force;
  export function forceManyBody(): Force;
  export function forceX(x: number): Force;
  export function forceY(y: number): Force;
  export function forceCollide(radius: (node: any) => number): Force;
}
