// A Chromium whose pages note every error and every request to another host.

import { chromium } from "playwright-core";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** complaints are what went wrong in any page. */
export const complaints = [];

export async function open(root, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  page.setDefaultTimeout(60_000);
  page.on("console", (m) => m.type() === "error" && complaints.push(`console: ${m.text()}`));
  page.on("pageerror", (e) => complaints.push(`script: ${e.message}`));
  page.on("dialog", (d) => (complaints.push(`dialog: ${d.message()}`), d.dismiss()));
  page.on("request", (r) => /^(data|blob):/.test(r.url()) || r.url().startsWith(root) || complaints.push(`foreign request: ${r.url()}`));
  return page;
}

/** drawn waits for the graph, settled for whatever the page fetches. */
export const drawn = (page) => page.waitForSelector("#canvas:not([aria-busy])[data-edges]", { timeout: 60_000 });
export const settled = (page) => page.waitForSelector("body:not([aria-busy])", { timeout: 60_000 });

/** run takes the steps one by one, and ends the program with 1 where any failed. */
export async function run(steps) {
  let failed = 0;
  for (const [name, step] of Object.entries(steps)) {
    complaints.length = 0;
    try {
      const page = await step();
      if (complaints.length > 0) {
        throw new Error(complaints.join("\n"));
      }
      await page.close();
      console.log(`ok   ${name}`);
    } catch (problem) {
      failed++;
      console.log(`FAIL ${name}: ${problem.message}`);
    }
  }
  await browser.close();
  process.exit(failed > 0 ? 1 : 0);
}
