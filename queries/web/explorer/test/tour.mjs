// A newcomer's first ten minutes in a real Chromium: node test/tour.mjs URL TOKEN [SCREENSHOTS]
// It stops with the first thing that is not as it should be.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { complaints, drawn, open as openAt, run, settled } from "./browser.mjs";

const [root, token, pictures] = process.argv.slice(2);
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
    await page.waitForFunction(() => /clock=published/.test(location.search));
    await page.goto(page.url()); // a chart that is drawn anew drops what is being dragged
    await drawn(page);
    await page.waitForSelector("#timeline .date");
    const chart = await page.locator("#timeline svg").boundingBox();
    await page.mouse.move(chart.x + 0.4 * chart.width, chart.y + 20);
    await page.mouse.down();
    await page.mouse.move(chart.x + 0.5 * chart.width, chart.y + 20);
    await page.mouse.up();
    await page.waitForFunction(() => /from=/.test(location.search));
    await page.waitForFunction(() => /in the days chosen/.test(document.getElementById("list").innerText));
    return page;
  },

  async "Gizmo and SPARQL run in the box; a mistake is told"() {
    const page = await open();
    await page.goto(root + "/?as=gizmo&q=" + encodeURIComponent("g.V().Has('<rdf:type>', '<rdf:Statement>').GetLimit(5)"));
    await page.waitForSelector("#list .claim");
    assert.equal(await page.locator("#list .claim").count(), 5);
    await page.goto(root + "/?as=sparql&q=" + encodeURIComponent("SELECT ?s ?of WHERE { ?s a rdf:Statement ; rdf:subject ?of } LIMIT 3"));
    await page.waitForSelector("#list table td");
    await page.locator("#query summary").click();
    assert.match(await page.locator("#query textarea").inputValue(), /SELECT/);
    await page.goto(root + "/?as=gizmo&q=" + encodeURIComponent("g.V(\n  'x'.Out()"));
    assert.match(await page.locator("#status pre").innerText(), /\n\s*\^/);
    assert.deepEqual(complaints.filter((c) => !/status of 400/.test(c)), []);
    complaints.length = 0;
    return page;
  },

  async "the timeline counts all claims, has dates, and plays"() {
    const page = await open();
    await page.goto(root + "/?clock=published&limit=3");
    await page.waitForSelector("#timeline .date");
    const { total } = await (await fetch(root + "/api/sayso/v1/claims?limit=1")).json();
    assert.match(await page.locator("#timeline").innerText(), new RegExp(`of ${total} dated`));
    const bars = await page.locator("#timeline .bar").evaluateAll((all) => all.map((b) => b.getBoundingClientRect().width));
    assert.ok(Math.max(...bars) < 40, "a bar as wide as the timeline");
    await page.locator("#timeline button[title=play]").click();
    await page.waitForFunction(() => /from=/.test(location.search) && /in the days chosen/.test(document.getElementById("list").innerText));
    await picture(page, "playing");
    await page.waitForFunction(() => !/from=/.test(location.search), null, { timeout: 60_000 });
    return page;
  },

  async "nodes are picked by name, hidden, pinned, joined by a path, and all is undone"() {
    const page = await open();
    await page.goto(root);
    await drawn(page);
    const edges = () => page.locator("#canvas").getAttribute("data-edges").then(Number);
    const before = await edges();
    const { entities } = await (await fetch(root + "/api/sayso/v1/entities?type=Person&limit=2")).json();
    const pick = async (name) => {
      await page.getByLabel("pick a node by its name").fill(name);
      await page.keyboard.press("Enter");
    };
    await pick(entities[0].name);
    await page.getByRole("button", { name: "pin", exact: true }).click();
    await page.getByRole("button", { name: "unpin", exact: true }).waitFor();
    await page.getByRole("button", { name: "hide" }).click();
    await page.waitForFunction((n) => Number(document.getElementById("canvas").dataset.edges) < n, before);
    await page.getByRole("button", { name: "undo" }).click();
    await page.waitForFunction((n) => Number(document.getElementById("canvas").dataset.edges) === n, before);
    await pick(entities[0].name);
    await pick(entities[1].name);
    await page.getByRole("button", { name: "path between" }).click();
    await settled(page);
    await drawn(page);
    assert.match(page.url(), /path=/);
    for (const kind of ["PNG", "SVG"]) {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: kind }).click()]);
      const bytes = await readFile(await file.path());
      assert.ok(kind === "PNG" ? bytes.subarray(1, 4).toString() === "PNG" && bytes.length > 5000 : bytes.includes("<circle") && bytes.includes(entities[0].name.split(" ")[0]), kind);
    }
    await picture(page, "path");
    return page;
  },

  async "with a token it is decided who is who, looked at first, and taken back"() {
    const page = await open();
    const { entities } = await (await fetch(root + "/api/sayso/v1/entities?type=Person&limit=2")).json();
    const [one, two] = entities;
    await page.goto(`${root}/entity?id=${encodeURIComponent(one.id)}`);
    await page.getByLabel("token").fill("not-the-right-token");
    await page.keyboard.press("Enter");
    await page.getByText("The token is not known here.").waitFor();
    await page.getByLabel("token").fill(token);
    await page.keyboard.press("Enter");
    await page.getByLabel("another entity").fill(two.id);
    await page.getByLabel("reason").fill("for the test");
    await page.getByRole("button", { name: "preview" }).click();
    await page.waitForSelector(".preview td");
    await picture(page, "deciding");
    await accessible(page, "the preview of a decision");
    const claims = async (id) => (await (await fetch(`${root}/api/sayso/v1/claims?limit=1&entity=${encodeURIComponent(id)}`)).json()).total ?? 0;
    const had = await claims(two.id);
    assert.ok(had > 0, "a preview changes nothing");
    await page.getByRole("button", { name: "decide so" }).click();
    await page.waitForSelector(".history li");
    assert.match(await page.locator(".history").innerText(), /because: for the test/);
    assert.equal(await claims(two.id), 0);
    await page.getByRole("button", { name: "take it back" }).click();
    await page.waitForSelector(".preview");
    await page.locator(".preview .yes").click();
    await page.waitForSelector(".who:not(:has(.history))");
    assert.equal(await claims(two.id), had);
    assert.ok(!page.url().includes(token));
    return page;
  },

  async "a query is saved as a question, and the view downloads in every format"() {
    const page = await open();
    await page.goto(root + "/?as=gizmo&q=" + encodeURIComponent("g.V().Has('<rdf:type>', '<rdf:Statement>').GetLimit(5)"));
    await page.locator("#query summary").click();
    await page.getByRole("button", { name: "save as question" }).click();
    await page.getByLabel("token").fill(token);
    await page.keyboard.press("Enter");
    await page.getByLabel("name of the question").fill("five_claims");
    await page.getByLabel("what it asks").fill("Any five claims");
    await page.getByRole("button", { name: "save", exact: true }).click();
    await page.getByRole("link", { name: "five_claims" }).click();
    await page.waitForSelector("#page details[open] summary");
    assert.match(await page.locator("#page details[open] summary").innerText(), /five_claims.*Any five claims/s);
    const written = (await (await fetch(root + "/api/v2/formats")).json()).filter((f) => f.write);
    assert.ok(written.length >= 18);
    for (const path of ["/?modality=asserted", "/?as=gizmo&q=" + encodeURIComponent("g.V().Has('<rdf:type>', '<rdf:Statement>').GetLimit(5)")]) {
      // Chromium takes ten files from a page.
      for (let first = 0; first < written.length; first += 9) {
        const view = await open();
        await view.goto(root + path);
        await settled(view);
        await view.locator("#query summary").click();
        await view.waitForFunction((n) => document.querySelectorAll("#query select option").length === n + 1, written.length);
        for (const { id } of written.slice(first, first + 9)) {
          const [file] = await Promise.all([view.waitForEvent("download"), view.locator("#query select[name=format]").selectOption(id)]);
          assert.ok((await readFile(await file.path())).length > 20, id);
        }
        await view.close();
      }
    }
    return page;
  },

  async "a page that is not there says so as a page"() {
    const page = await open();
    const response = await page.goto(root + "/no/such/page");
    assert.equal(response.status(), 404);
    await page.getByText("There is no such page").waitFor();
    await accessible(page, "no page");
    assert.match((await fetch(root + "/no/such/page")).headers.get("Content-Type"), /problem\+json/);
    // The browser notes the status; nothing else may have gone wrong.
    assert.deepEqual(complaints.filter((c) => !/status of 404/.test(c)), []);
    complaints.length = 0;
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
