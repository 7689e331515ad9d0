// When things happened: a histogram of the claims that have a date, with a brush and a play button.

import type { Claim } from "./claim";
import { day } from "./claim";
import { byID, fill, h, svg } from "./dom";
import { go, replace, view } from "./state";

const pane = byID("timeline");
const height = 56;

interface Bin {
  from: string;
  to: string;
  count: number;
}

let playing: ReturnType<typeof setInterval> | undefined;

const published = new Map<string, string>();

/** learn notes when articles were published. */
export function learn(articles: { id: string; published: string }[]): void {
  for (const a of articles) {
    published.set(a.id, a.published.slice(0, 10));
  }
}

/** dated is the day of a claim by the clock chosen: when it happened, or when it was reported. */
function dated(c: Claim): string {
  return view().clock === "published" ? (published.get(c.document) ?? "") : day(c);
}

/** within reports whether a claim happened in the days chosen; one without a date only where none are. */
export function within(c: Claim): boolean {
  const { from, to } = view();
  if (!from && !to) {
    return true;
  }
  const d = dated(c);
  return d !== "" && last(d) >= from && d <= to;
}

/** show draws the histogram; changed is called while the brush plays. */
export function show(claims: Claim[], changed: () => void): void {
  const dates = claims.map(dated).filter(Boolean).sort();
  const undated = claims.length - dates.length;
  if (dates.length === 0) {
    stop();
    return fill(pane, claims.length > 0 && h("div", { class: "timeline-bar" }, clock(), h("span", { class: "note" }, `none of ${claims.length} claims has a date`)));
  }
  const bins = bin(dates);
  fill(pane,
    h("div", { class: "timeline-bar" },
      h("button", { "aria-label": playing ? "stop playing" : "play the days one after another", onclick: () => toggle(bins, claims, changed) }, playing ? "■" : "▶"),
      clock(),
      h("span", { class: "note" }, `${dates.length} dated${undated > 0 ? `, ${undated} without a date` : ""}`),
      bound("from", bins.map((b) => b.from)), bound("to", bins.map((b) => b.to)),
      view().from && h("button", { class: "link", onclick: () => go({ from: "", to: "" }) }, "all days")),
    histogram(bins));
}

/** bin counts by day where the dates lie within two months, by month within ten years, by year beyond. */
function bin(dates: string[]): Bin[] {
  const first = dates[0];
  const end = dates[dates.length - 1];
  const years = Number(end.slice(0, 4)) - Number(first.slice(0, 4));
  const days = (Date.parse(last(end)) - Date.parse(first)) / 86_400_000;
  const size = days <= 62 && dates.every((d) => d.length === 10) ? 10 : years <= 10 ? 7 : 4;
  const bins: Bin[] = [];
  for (let at = first.slice(0, size); at <= end; at = next(at, size)) {
    bins.push({ from: at, to: last(at), count: 0 });
  }
  for (const d of dates) {
    const found = bins.findLast((b) => b.from <= d.padEnd(size, "-01").slice(0, size)) ?? bins[0];
    found.count++;
  }
  return bins;
}

function next(at: string, size: number): string {
  const date = new Date((size === 4 ? at + "-01-01" : size === 7 ? at + "-01" : at) + "T00:00:00Z");
  if (size === 4) {
    date.setUTCFullYear(date.getUTCFullYear() + 1);
  } else if (size === 7) {
    date.setUTCMonth(date.getUTCMonth() + 1);
  } else {
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return date.toISOString().slice(0, size);
}

/** last is the last day of a year, a month or a day. */
function last(d: string): string {
  if (d.length === 4) {
    return d + "-12-31";
  }
  if (d.length === 7) {
    const [year, month] = d.split("-").map(Number);
    return `${d}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
  }
  return d;
}

function clock(): HTMLElement {
  const chosen = view().clock;
  return h("label", { class: "bound" }, "by ", h("select", { onchange: (e: Event) => go({ clock: (e.target as HTMLSelectElement).value, from: "", to: "" }) },
    h("option", { value: "", selected: chosen === "" }, "when it happened"), h("option", { value: "published", selected: chosen === "published" }, "when it was published")));
}

function bound(name: "from" | "to", values: string[]): HTMLElement {
  const chosen = view()[name];
  return h("label", { class: "bound" }, name, h("select", { onchange: (e: Event) => bounded(name, (e.target as HTMLSelectElement).value, values) },
    h("option", { value: "", selected: chosen === "" }, "any"), values.map((v) => h("option", { value: v, selected: v === chosen }, v))));
}

function bounded(name: "from" | "to", value: string, values: string[]): void {
  const { from, to } = view();
  const change = { from: from || values[0].slice(0, 4), to: to || "9999", [name]: value };
  go(value === "" && (name === "from" ? !to : !from) ? { from: "", to: "" } : change);
}

function histogram(bins: Bin[]): SVGElement {
  const most = Math.max(...bins.map((b) => b.count));
  const width = 1000 / bins.length;
  const chart = svg("svg", { viewBox: `0 0 1000 ${height}`, preserveAspectRatio: "none", role: "img", "aria-label": `Claims from ${bins[0].from} to ${bins[bins.length - 1].to}` });
  bins.forEach((b, i) => {
    const tall = b.count === 0 ? 0 : Math.max(2, (height * b.count) / most);
    chart.append(svg("rect", { class: chosen(b) ? "bar in" : "bar", x: i * width + 0.5, y: height - tall, width: Math.max(1, width - 1), height: tall }, svg("title", {}, `${b.from}: ${b.count}`)));
  });
  brush(chart, bins);
  return chart;
}

function chosen(b: Bin): boolean {
  const { from, to } = view();
  return !from || (b.to >= from && b.from <= to);
}

/** brush lets a pointer pick a stretch of the histogram. */
function brush(chart: SVGElement, bins: Bin[]): void {
  let began = -1;
  const at = (e: PointerEvent) => {
    const box = chart.getBoundingClientRect();
    return Math.max(0, Math.min(bins.length - 1, Math.floor(((e.clientX - box.left) / box.width) * bins.length)));
  };
  chart.addEventListener("pointerdown", (e) => {
    began = at(e as PointerEvent);
    chart.setPointerCapture((e as PointerEvent).pointerId);
  });
  chart.addEventListener("pointerup", (e) => {
    if (began >= 0) {
      const [a, b] = [began, at(e as PointerEvent)].sort((x, y) => x - y);
      began = -1;
      go({ from: bins[a].from, to: bins[b].to });
    }
  });
}

function toggle(bins: Bin[], claims: Claim[], changed: () => void): void {
  if (playing) {
    stop();
    return show(claims, changed);
  }
  let i = 0;
  playing = setInterval(() => {
    if (i >= bins.length) {
      stop();
      replace({ from: "", to: "" });
    } else {
      replace({ from: bins[0].from, to: bins[i++].to });
    }
    changed();
  }, 700);
}

/** stop ends the playing. */
export function stop(): void {
  clearInterval(playing);
  playing = undefined;
}
