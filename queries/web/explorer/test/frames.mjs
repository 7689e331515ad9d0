// Frames a second while a large graph is panned and zoomed: node test/frames.mjs URL NODES EDGES
// The claims are made up, and served in place of the endpoint's.

import { open } from "./browser.mjs";

const [root, nodes = "5000", edges = "12000"] = process.argv.slice(2);

/** chance is a sequence that is the same every time. */
function chance(seed) {
  return () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
}

function madeUp(nodes, edges) {
  const random = chance(7);
  const thing = (i) => ({ id: `e:thing_${i}`, name: `thing ${i}`, type: ["Person", "Organization", "Place", "Event"][i % 4] });
  return Array.from({ length: edges }, (_, i) => {
    // Some are spoken of far more than others.
    const from = i < nodes ? i : Math.floor(nodes * random() ** 3);
    const to = Math.floor(nodes * random() ** 2);
    return {
      id: `c:made/${i + 1}`, document: "made", quote: "q", start: 0, end: 1, sentence: "q", subject: thing(from), predicate: { id: "p:met", name: "met", lemma: "meet" },
      object: thing(to), arguments: [], attribution: null, polarity: "positive", modality: i % 5 ? "asserted" : "planned", time: null, confidence: 0.9, rule: "made-up",
    };
  });
}

const page = await open(root);
const claims = madeUp(Number(nodes), Number(edges));
await page.route("**/api/sayso/v1/claims*", (route) => route.fulfill({ json: { total: claims.length, claims, facets: {} } }));
const began = Date.now();
await page.goto(root);
await page.waitForSelector("#canvas:not([aria-busy])[data-edges]", { timeout: 300_000 });
console.log(`${nodes} nodes, ${edges} edges: drawn after ${Date.now() - began} ms`);

const box = await page.locator("#canvas").boundingBox();
const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];

async function measured(name, act) {
  await page.evaluate(() => {
    globalThis.frames_ = 0;
    const count = () => (globalThis.frames_++, (globalThis.frame_ = requestAnimationFrame(count)));
    count();
  });
  const began = Date.now();
  await act();
  const seconds = (Date.now() - began) / 1000;
  const frames = await page.evaluate(() => (cancelAnimationFrame(globalThis.frame_), globalThis.frames_));
  console.log(`${name}: ${(frames / seconds).toFixed(1)} frames a second over ${seconds.toFixed(1)} s`);
}

await measured("pan", async () => {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 0; i < 120; i++) {
    await page.mouse.move(x + 150 * Math.sin(i / 10), y + 80 * Math.cos(i / 10));
  }
  await page.mouse.up();
});
await measured("zoom", async () => {
  for (let i = 0; i < 60; i++) {
    await page.mouse.wheel(0, i < 30 ? -60 : 60);
    await page.waitForTimeout(16);
  }
});
process.exit(0);
