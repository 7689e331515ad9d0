// Dates counted into the bars of a histogram.

/** Counted is how many claims are of a day, a month or a year. */
export interface Counted {
  month: string; // 2025-03-05, 2025-03 or 2025, as far as it is known
  count: number;
}

export interface Bin {
  from: string; // its first day and its last
  to: string;
  name: string;
  short: string; // for the axis
  tick: boolean; // a good place for a date on the axis
  beyond: boolean; // all that lies far from the rest
  count: number;
}

export interface Histogram {
  bins: Bin[];
  coarse: number; // known less exactly than the bars are wide
}

const day = 86_400_000;

/** units are what a bar may stand for: how dates of it are long, how many there are at most, and at least. */
const units = [
  { size: 10, days: 1, most: 100, least: 14 },
  { size: 7, days: 30.4, most: 120, least: 12 },
  { size: 4, days: 365.2, most: Infinity, least: 10 },
];

/** histogram takes the finest bars for which the dates are known and not too many. What is far from the rest is put into one bar on either side, so that a single date does not flatten all others. */
export function histogram(dates: Counted[]): Histogram {
  const all = dates.reduce((n, d) => n + d.count, 0);
  for (const unit of units) {
    const exact = dates.filter((d) => d.month.length >= unit.size);
    const known = exact.reduce((n, d) => n + d.count, 0);
    const [low, high] = middle(exact, known);
    if (unit.size === 4 || (known >= 0.6 * all && (at(high) - at(low)) / day / unit.days <= unit.most)) {
      return { bins: filled(exact, low, high, unit), coarse: all - known };
    }
  }
  return { bins: [], coarse: all };
}

/** middle is between which dates nearly all are. */
function middle(dates: Counted[], known: number): [string, string] {
  const upTo = (share: number) => {
    let sum = 0;
    return dates.find((d) => (sum += d.count) >= share * known)?.month ?? "2000";
  };
  return [upTo(0.04), upTo(0.96)];
}

function filled(dates: Counted[], low: string, high: string, unit: (typeof units)[number]): Bin[] {
  const span = Math.max(at(high) - at(low), unit.least * unit.days * day);
  const near = dates.filter((d) => at(d.month) >= at(low) - span / 2 && at(d.month) <= at(high) + span / 2).map((d) => d.month);
  const missing = Math.max(0, unit.least * unit.days * day - (at(near[near.length - 1]) - at(near[0])));
  const first = written(at(near[0]) - missing / 2, unit.size);
  const end = written(at(near[near.length - 1]) + missing / 2, unit.size);
  const bins: Bin[] = [];
  for (let d = first; d <= end; d = next(d)) {
    bins.push({ from: d.length === 4 ? d + "-01-01" : d.length === 7 ? d + "-01" : d, to: last(d), name: named(d), short: short(d), tick: isTick(d), beyond: false, count: 0 });
  }
  const index = new Map(bins.map((b, i) => [b.from.slice(0, unit.size), i]));
  let before = 0;
  let after = 0;
  for (const d of dates) {
    const i = index.get(d.month.slice(0, unit.size));
    if (i !== undefined) {
      bins[i].count += d.count;
    } else if (d.month < first) {
      before += d.count;
    } else {
      after += d.count;
    }
  }
  const beyond = { tick: true, beyond: true };
  if (before > 0) {
    bins.unshift({ ...beyond, from: dates[0].month.slice(0, 4) + "-01-01", to: written(at(first) - day, 10), name: `before ${named(first)}`, short: "earlier", count: before });
  }
  if (after > 0) {
    bins.push({ ...beyond, from: written(at(last(end)) + day, 10), to: last(dates[dates.length - 1].month), name: `after ${named(end)}`, short: "later", count: after });
  }
  return bins;
}

const at = (d: string) => Date.parse(d);
const written = (time: number, size: number) => new Date(time).toISOString().slice(0, size);

function next(d: string): string {
  return written(at(last(d)) + day, d.length);
}

/** last is the last day of a year, a month or a day. */
export function last(d: string): string {
  if (d.length === 4) {
    return d + "-12-31";
  }
  if (d.length === 7) {
    const [year, month] = d.split("-").map(Number);
    return `${d}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
  }
  return d;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** named writes a date as it is read: 5 Mar 2025. */
export function named(d: string): string {
  const [year, month, date] = d.split("-");
  return [date && String(Number(date)), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** short leaves out the year, which the axis has named before. */
function short(d: string): string {
  return d.length === 4 ? d : named(d).replace(/ \d{4}$/, "");
}

function isTick(d: string): boolean {
  return d.length === 10 ? true : d.length === 7 ? /-(01|04|07|10)$/.test(d) : Number(d) % 5 === 0;
}
