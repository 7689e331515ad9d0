// When things happened: a histogram of all claims of the view, with a brush and a play button.

import * as api from "./api";
import { day } from "./claim";
import { type Bin, type Counted, type Histogram, histogram, last } from "./bins";
import { byID, fill, h, svg } from "./dom";
import { filters, isPaged, type Shown } from "./load";
import { go, replace, view } from "./state";

const pane = byID("timeline");
const tall = 46; // pixels of the highest bar
const axis = 16;
const pace = 900; // milliseconds a step of playing takes

let playing = false;
let drawn: Histogram | null = null;
let asked = "";
let counted: { happened: Counted[]; published: Counted[]; total: number } | null = null;

const published = new Map<string, string>();

/** learn notes when articles were published. */
export function learn(articles: { id: string; published: string }[]): void {
  for (const a of articles) {
    published.set(a.id, a.published.slice(0, 10));
  }
}

/** within reports whether a claim happened in the days chosen; one without a date only where none are. */
export function within(c: Shown["claims"][number]): boolean {
  const { from, to, clock } = view();
  const d = clock === "published" ? (published.get(c.document) ?? "") : day(c);
  return (!from && !to) || (d !== "" && last(d) >= from && (!to || d <= last(to)));
}

/** show draws the histogram; changed follows the brush while it plays. */
export async function show(shown: Shown, changed: () => Promise<void>): Promise<void> {
  const of = isPaged(shown.kind) ? JSON.stringify([shown.kind === "entity" ? shown.heading : "", filters(view())]) : "";
  if (of === "" || of !== asked || !counted) {
    asked = of;
    counted = of === "" ? countedHere(shown) : null;
    if (!counted) {
      const found = await api.timeline({ entity: shown.kind === "entity" ? shown.heading : "", ...filters(view()), unit: "day" });
      if (of !== asked) {
        return;
      }
      counted = { happened: found.months, published: found.published, total: found.total };
    }
  }
  draw(changed);
}

/** countedHere counts what a question or a query gave: there is no more of it than the page has. */
function countedHere(shown: Shown): NonNullable<typeof counted> {
  const count = (date: (c: Shown["claims"][number]) => string) => {
    const by = new Map<string, number>();
    for (const d of shown.claims.map(date).filter(Boolean)) {
      by.set(d, (by.get(d) ?? 0) + 1);
    }
    return [...by].sort().map(([month, count]) => ({ month, count }));
  };
  return { happened: count(day), published: count((c) => published.get(c.document) ?? ""), total: shown.claims.length };
}

function draw(changed: () => Promise<void>): void {
  const { total, ...by } = counted!;
  const dates = view().clock === "published" ? by.published : by.happened;
  const dated = dates.reduce((n, d) => n + d.count, 0);
  drawn = dated > 0 ? histogram(dates) : null;
  if (!drawn) {
    return fill(pane, total > 0 && h("div", { class: "timeline-bar" }, clock(), h("span", { class: "note" }, `none of ${total.toLocaleString("en")} claims has a date`)));
  }
  const { bins, coarse } = drawn;
  const many = dated.toLocaleString("en");
  fill(pane,
    h("div", { class: "timeline-bar" },
      h("button", { "aria-label": playing ? "stop playing" : "play the time, one stretch after another", title: playing ? "stop" : "play", onclick: () => void toggle(changed) }, playing ? "■" : "▶"),
      clock(), bound("from", bins), bound("to", bins),
      (view().from || view().to) && !playing && h("button", { class: "link", onclick: () => go({ from: "", to: "" }) }, "all days"),
      h("span", { class: "note" }, [`${many} of ${total.toLocaleString("en")} dated`, coarse > 0 && `${coarse.toLocaleString("en")} of them too roughly for a bar`, `at most ${Math.max(...bins.map((b) => b.count)).toLocaleString("en")} in one`].filter(Boolean).join(", "))),
    chart(drawn));
}

function clock(): HTMLElement {
  const chosen = view().clock;
  return h("label", { class: "bound" }, "when it ", h("select", { name: "clock", onchange: (e: Event) => go({ clock: (e.target as HTMLSelectElement).value, from: "", to: "" }) },
    h("option", { value: "", selected: chosen === "" }, "happened"), h("option", { value: "published", selected: chosen === "published" }, "was published")));
}

function bound(name: "from" | "to", bins: Bin[]): HTMLElement {
  const chosen = view()[name];
  const values = bins.map((b) => [b[name], b.name]);
  if (chosen && !values.some(([value]) => value === chosen)) {
    values.unshift([chosen, chosen]);
  }
  return h("label", { class: "bound" }, name + " ", h("select", { name, onchange: (e: Event) => go({ [name]: (e.target as HTMLSelectElement).value }) },
    h("option", { value: "", selected: chosen === "" }, "any"), values.map(([value, text]) => h("option", { value, selected: value === chosen }, text))));
}

function chart({ bins }: Histogram): SVGElement {
  const width = Math.max(200, pane.clientWidth);
  const wide = width / bins.length;
  const most = Math.max(...bins.map((b) => b.count));
  const root = svg("svg", { viewBox: `0 0 ${width} ${tall + axis}`, role: "img", "aria-label": `Claims from ${bins[0].name} to ${bins[bins.length - 1].name}, at most ${most} in a bar` });
  const selection = svg("rect", { class: "selection", y: 0, height: tall, width: 0 });
  root.append(selection);
  bins.forEach((b, i) => {
    const high = b.count === 0 ? 0 : Math.max(2, ((tall - 2) * b.count) / most);
    root.append(svg("rect", { class: `bar${isChosen(b) ? " in" : ""}${b.beyond ? " beyond" : ""}`, x: i * wide + 0.5, y: tall - high, width: Math.min(28, Math.max(1, wide - 1)), height: high }, svg("title", {}, `${b.name}: ${b.count}`)));
  });
  root.append(...ticks(bins, wide));
  brush(root, selection, bins, wide);
  return root;
}

/** ticks date the axis, as densely as there is room. */
function ticks(bins: Bin[], wide: number): SVGElement[] {
  const room = 58;
  const out: SVGElement[] = [];
  let free = 0;
  let year = "";
  bins.forEach((b, i) => {
    const x = i * wide;
    if (x >= free && x + room / 2 <= bins.length * wide && (b.tick || out.length === 0)) {
      free = x + room;
      out.push(svg("line", { class: "tick", x1: x + 0.5, x2: x + 0.5, y1: tall, y2: tall + 4 }), svg("text", { class: "date", x: x + 2, y: tall + 13 }, b.beyond || b.from.slice(0, 4) === year ? b.short : b.name));
      year = b.beyond ? year : b.from.slice(0, 4);
    }
  });
  return out;
}

function isChosen(b: Bin): boolean {
  const { from, to } = view();
  return (!from || b.to >= from) && (!to || b.from <= last(to));
}

/** brush lets a pointer pick a stretch of the histogram. */
function brush(root: SVGElement, selection: SVGElement, bins: Bin[], wide: number): void {
  let began = -1;
  const at = (e: PointerEvent) => Math.max(0, Math.min(bins.length - 1, Math.floor((e.clientX - root.getBoundingClientRect().left) / wide)));
  const stretch = (e: PointerEvent) => [began, at(e)].sort((x, y) => x - y);
  root.addEventListener("pointerdown", (e) => {
    stop();
    began = at(e as PointerEvent);
    root.setPointerCapture((e as PointerEvent).pointerId);
  });
  root.addEventListener("pointermove", (e) => {
    if (began >= 0) {
      const [a, b] = stretch(e as PointerEvent);
      selection.setAttribute("x", String(a * wide));
      selection.setAttribute("width", String((b - a + 1) * wide));
    }
  });
  root.addEventListener("pointerup", (e) => {
    if (began >= 0) {
      const [a, b] = stretch(e as PointerEvent);
      began = -1;
      go({ from: bins[a].from, to: bins[b].to });
    }
  });
}

/** toggle plays the stretch that the brush has chosen over the histogram, or one bar where it has chosen none. */
async function toggle(changed: () => Promise<void>): Promise<void> {
  if (playing || !drawn) {
    stop();
    return draw(changed);
  }
  playing = true;
  const { from, to } = view();
  const bins = drawn.bins.filter((b) => !b.beyond);
  const wide = from || to ? Math.max(1, bins.filter(isChosen).length) : 1;
  for (let i = 0; playing && i + wide <= bins.length; i++) {
    const window = bins.slice(i, i + wide);
    if (window.every((b) => b.count === 0)) {
      continue;
    }
    replace({ from: window[0].from, to: window[wide - 1].to });
    await Promise.all([changed(), new Promise((done) => setTimeout(done, pace))]);
  }
  if (playing) {
    stop();
    replace({ from, to });
    await changed();
  }
}

/** stop ends the playing where it is. */
export function stop(): void {
  playing = false;
}

new ResizeObserver(() => {
  const chartNow = pane.querySelector("svg");
  if (drawn && chartNow && Math.abs(chartNow.viewBox.baseVal.width - pane.clientWidth) > 4) {
    chartNow.replaceWith(chart(drawn));
  }
}).observe(pane);
