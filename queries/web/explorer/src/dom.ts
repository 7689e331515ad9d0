// Elements made by hand. Text from articles enters a page only as text, never as markup.

type Child = Node | string | number | null | undefined | false | Child[];

type Attributes = Record<string, unknown>;

/** h makes an element: on… are listeners, everything else attributes; true is an empty attribute, false none. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  set(element, attributes);
  append(element, children);
  return element;
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** svg makes an element of a drawing. */
export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS(svgNamespace, tag);
  set(element, attributes);
  append(element, children);
  return element;
}

/** named isolates the direction of a text that came from outside. */
export function named(text: string): HTMLElement {
  return h("bdi", {}, text);
}

/** fill replaces what an element holds. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  append(element, children);
}

/** byID finds an element that index.html has. */
export function byID<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

/** save has the browser keep a file. */
export function save(blob: Blob, name: string): void {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // a busy browser begins late
}

function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value as EventListener);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value != null) {
      element.setAttribute(name, String(value));
    }
  }
}

function append(element: Element, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) {
      append(element, child);
    } else if (child instanceof Node) {
      element.append(child);
    } else if (child != null && child !== false) {
      element.append(String(child));
    }
  }
}
