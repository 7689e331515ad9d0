// What only a token allows: a field for it, and behind it what may then be done.

import * as api from "./api";
import { fill, h } from "./dom";

/** behind gives what is within where the token of this session lets its bearer write, and elsewhere says how to come by that. */
export function behind(what: string, within: () => Node | Promise<Node>): HTMLElement {
  const box = h("div", { class: "behind" });
  const draw = async () => {
    try {
      const { scope, writes } = await api.bearer();
      fill(box, scope === "write" ? [await within(), leave(draw)] : writes ? field(what, scope, draw) : h("p", { class: "note" }, `To ${what} here, the server has to be started with a token to write with: `, h("code", {}, "sayso serve --token-file FILE"), "."));
    } catch (problem) {
      fill(box, h("p", { class: "problem", role: "alert" }, (problem as Error).message));
    }
  };
  void draw();
  return box;
}

/** field takes a token. It stands in the session's storage only, and in no address. */
export function field(what: string, scope: string, then: () => unknown): HTMLElement {
  const input = h("input", { type: "password", autocomplete: "off", required: true, "aria-label": "token" });
  const enter = (event: Event) => {
    event.preventDefault();
    api.useToken(input.value.trim());
    void then();
  };
  const wrong = scope === "read" ? "The token is for reading only. " : api.hasToken() ? "The token is not known here. " : "";
  return h("form", { class: "token", onsubmit: enter }, h("label", {}, `${wrong}To ${what}, a token is wanted: `, input), " ", h("button", {}, "use it"),
    h("span", { class: "note" }, " It is forgotten when this tab is closed."));
}

function leave(then: () => unknown): HTMLElement {
  const forget = () => {
    api.forgetToken();
    void then();
  };
  return h("p", { class: "note" }, "You may write here. ", h("button", { class: "link", onclick: forget }, "forget the token"));
}
