// A newcomer's first ten minutes in a real Chromium: node test/tour.mjs URL [SCREENSHOTS]
// It stops with the first thing that is not as it should be.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { drawn, open as openAt, run, settled } from "./browser.mjs";

const [root, pictures] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const open = (options) => openAt(root, options);

async function picture(page, name) {
  if (pictures) {
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}.png` });
  }
}

/** accessible runs axe; its script comes through the debugger, which the page's policy does not bind. */
async function accessible(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const grave = violations.filter((v) => ["serious", "critical"].includes(v.impact));
  assert.deepEqual(grave.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target).join(", ")}`), [], `axe on ${name}`);
}

const steps = {
  async "the first page shows claims and a graph"() {
    const page = await open();
    await page.goto(root);
    await drawn(page);
    assert.ok((await page.locator("#list .claim").count()) > 5);
    // As many edges lie on the canvas as the words beneath it say.
    const said = /showing (\d+) of [\d,]+ claims/.exec(await page.locator("#about").innerText());
    assert.equal(await page.locator("#canvas").getAttribute("data-edges"), said[1]);
    await picture(page, "first");
    await accessible(page, "the first page");
    return page;
  },

  async "a name completes, and its claims lead to their sentences"() {
    const page = await open();
    await page.goto(root);
    await settled(page);
    const name = (await page.locator("#list .claim bdi").first().innerText()).slice(0, 5);
    await page.fill("#box", name);
    await page.waitForSelector("#suggestions li");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await settled(page);
    assert.equal(await page.locator("#kind").innerText(), "entity");
    await page.locator("#list .claim .open").first().click();
    await page.waitForSelector("#receipt mark");
    const quote = await page.locator("#receipt mark").innerText();
    assert.ok(quote.length > 5);
    await picture(page, "receipt");
    await accessible(page, "the receipt");
    // The address holds the view, and back works.
    const there = page.url();
    const other = await open();
    await other.goto(there);
    await other.waitForSelector("#receipt mark");
    assert.equal(await other.locator("#receipt mark").innerText(), quote);
    await page.goBack();
    await page.waitForSelector("#receipt:not(:has(mark))");
    return page;
  },

  async "filters, sorting and the brush change list and graph together"() {
    const page = await open();
    await page.goto(root);
    await drawn(page);
    const before = Number(await page.locator("#canvas").getAttribute("data-edges"));
    await page.locator("select[name=modality]").selectOption({ index: 1 });
    await settled(page);
    await page.waitForFunction((n) => Number(document.getElementById("canvas").dataset.edges) < n, before);
    assert.match(page.url(), /modality=/);
    await page.getByText("clear filters").click();
    await page.waitForFunction((n) => Number(document.getElementById("canvas").dataset.edges) === n, before);
    await page.locator("select[name=sort]").selectOption("confidence");
    assert.match(page.url(), /sort=confidence/);
    await page.locator("#timeline select").first().selectOption("published");
    const chart = await page.locator("#timeline svg").boundingBox();
    await page.mouse.move(chart.x + 2, chart.y + 20);
    await page.mouse.down();
    await page.mouse.move(chart.x + 8, chart.y + 20);
    await page.mouse.up();
    assert.match(page.url(), /from=/);
    assert.match(await page.locator("#list").innerText(), /in the days chosen/);
    return page;
  },

  async "Gizmo and SPARQL run in the box; a mistake is told"() {
    const page = await open();
    await page.goto(root + "/?as=gizmo&q=" + encodeURIComponent("g.V().Has('<rdf:type>', '<rdf:Statement>').GetLimit(5)"));
    await page.waitForSelector("#list table td");
    assert.equal(await page.locator("#list .claim").count(), 5);
    await page.goto(root + "/?as=sparql&q=" + encodeURIComponent("SELECT ?s WHERE { ?s a rdf:Statement } LIMIT 3"));
    await page.waitForSelector("#list table td");
    await page.locator("#query summary").click();
    assert.match(await page.locator("#query textarea").inputValue(), /SELECT/);
    return page;
  },

  async "every page opens, and axe finds nothing grave"() {
    const page = await open();
    for (const path of ["/questions", "/conflicts", "/sources", "/examples"]) {
      await page.goto(root + path);
      await page.waitForSelector("#page h1");
      await settled(page);
      await picture(page, path.slice(1));
      await accessible(page, path);
    }
    await page.goto(root + "/sources");
    await page.locator("#page td a").first().click();
    await page.waitForSelector("#page .text .span");
    await picture(page, "article");
    await accessible(page, "an article");
    await page.goto(root);
    await settled(page);
    await page.locator("#list .claim .open").first().click();
    await page.locator("#receipt dd a[href*='entity']").first().click();
    await page.waitForSelector("#page h1 .type");
    await picture(page, "entity");
    await accessible(page, "an entity");
    return page;
  },

  async "the keyboard alone is enough"() {
    const page = await open();
    await page.goto(root);
    await settled(page);
    await page.keyboard.press("/");
    await page.keyboard.type("g.V().GetLimit(1)");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#list table td");
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.closest("nav") !== null)) {
        break;
      }
    }
    await page.keyboard.press("Enter");
    await page.waitForSelector("#page h1");
    return page;
  },

  async "in the dark, and on a telephone"() {
    const dark = await open({ colorScheme: "dark" });
    await dark.goto(root);
    await drawn(dark);
    await picture(dark, "dark");
    await accessible(dark, "the first page in the dark");
    await dark.close();
    const page = await open({ viewport: { width: 390, height: 800 } });
    await page.goto(root);
    await settled(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the telephone");
    await page.locator("#panes [data-pane=graph]").click();
    await page.waitForSelector("#canvas:visible");
    await picture(page, "telephone");
    await accessible(page, "the first page on a telephone");
    return page;
  },
};

await run(steps);
