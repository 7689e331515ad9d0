// Labels that would like to be scripts, on every page: node test/hostile.mjs URL

import assert from "node:assert/strict";

import { complaints, drawn, open, run, settled } from "./browser.mjs";

const [root] = process.argv.slice(2);
const { claims } = await (await fetch(root + "/api/sayso/v1/claims?limit=1000")).json();

await run({
  async "the claims stand there as text"() {
    const page = await open(root);
    await page.goto(root);
    await drawn(page);
    const names = await page.locator("#list .claim .open bdi:first-child").allInnerTexts();
    assert.equal(names.length, Math.min(claims.length, 300));
    assert.equal(await page.locator("#list img, #list script, #list iframe, #list svg").count(), 0);
    return page;
  },

  async "their receipts and pages run nothing"() {
    const page = await open(root);
    await page.goto(root);
    await settled(page);
    for (const c of claims) {
      // As a link would, without loading the page anew.
      await page.evaluate((to) => (history.pushState(null, "", to), dispatchEvent(new PopStateEvent("popstate"))), `/entity?id=${encodeURIComponent(c.subject.id)}`);
      await settled(page);
      assert.equal(await page.locator("#page img, #page script, #page iframe").count(), 0, c.subject.name);
    }
    await page.goto(`${root}/article?id=${encodeURIComponent(claims[0].document)}`);
    await settled(page);
    await page.goto(`${root}/?claim=${encodeURIComponent(claims[0].id)}`);
    await page.waitForSelector("#receipt mark");
    return page;
  },

  async "they complete, and are searched for, as text"() {
    const page = await open(root);
    await page.goto(root);
    await settled(page);
    for (const typed of ["<script", "javascript:", "'\"><img", "{{7*7}}", "%00", "\\u202e"]) {
      await page.fill("#box", typed);
      await page.waitForTimeout(100);
      await page.keyboard.press("Enter");
      await settled(page);
    }
    // Nothing is called so, and the browser notes the 404 that says it.
    const grave = complaints.filter((c) => !/status of 404/.test(c));
    complaints.splice(0, complaints.length, ...grave);
    return page;
  },
});
