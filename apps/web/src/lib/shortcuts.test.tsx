import { describe, expect, it } from "vitest";
import { isTyping, modified, pressed } from "./shortcuts.ts";

describe("single keys and sequences (UX-15)", () => {
  it("one key is enough for some", () => {
    expect(pressed([], "/").shortcut?.text).toBe("Search");
    expect(pressed([], "?").shortcut?.text).toBe("Show this list");
  });

  it("others are begun with one and ended with the next", () => {
    expect(pressed([], "g")).toEqual({ pending: ["g"] });
    expect(pressed(["g"], "r").shortcut?.text).toBe("Go to retention");
    expect(pressed(["g"], "t").shortcut?.text).toBe("Go to tasks");
    expect(pressed(["g"], "g").shortcut?.text).toBe("Go to terms");
    expect(pressed(["g"], "d").shortcut?.text).toBe("Go to data");
    expect(pressed([], "d").shortcut?.text).toBe("Definition of the figure in focus");
  });

  it("a key that ends no sequence begins anew", () => {
    expect(pressed(["g"], "/").shortcut?.text).toBe("Search");
    expect(pressed(["x"], "g")).toEqual({ pending: ["g"] });
    expect(pressed(["g"], "x")).toEqual({ pending: [] });
  });
});

describe("keys with Ctrl or \u2318 (UX-15)", () => {
  const held = (key: string, keys: Partial<KeyboardEvent> = {}) =>
    modified({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...keys })?.text;
  it("are apart from single ones, with either modifier and no other", () => {
    expect(held("k", { ctrlKey: true })).toBe("Command palette");
    expect(held("K", { metaKey: true })).toBe("Command palette");
    expect(held("C", { ctrlKey: true, shiftKey: true })).toBe("Copy a link to this page");
    expect([held("k"), held("c", { ctrlKey: true }), held("k", { ctrlKey: true, altKey: true })]).toEqual(
      Array(3).fill(undefined),
    );
    expect(pressed([], "mod").shortcut).toBeUndefined();
  });
});

describe("what is not a shortcut", () => {
  const press = (target: EventTarget, init: KeyboardEventInit = {}) => {
    let typing: boolean | null = null;
    const listener = (event: Event) => {
      typing = isTyping(event as KeyboardEvent);
    };
    target.addEventListener("keydown", listener);
    target.dispatchEvent(new KeyboardEvent("keydown", { key: "g", ...init }));
    target.removeEventListener("keydown", listener);
    return typing;
  };
  const inside = (html: string) => {
    document.body.innerHTML = html;
    return document.body.querySelector("[data-here]") as Element;
  };

  it("is what is typed into a field, a menu or a dialog", () => {
    for (const html of [
      "<input data-here>",
      "<textarea data-here></textarea>",
      "<select data-here></select>",
      "<div contenteditable><b data-here></b></div>",
      "<div role=menu><button data-here></button></div>",
      "<dialog open><button data-here></button></dialog>",
    ])
      expect(press(inside(html)), html).toBe(true);
  });

  it("is a key with a modifier, or one of an input method", () => {
    const button = inside("<button data-here></button>");
    expect(press(button, { ctrlKey: true })).toBe(true);
    expect(press(button, { metaKey: true })).toBe(true);
    expect(press(button, { isComposing: true })).toBe(true);
    expect(press(button)).toBe(false);
    expect(press(document.body)).toBe(false);
  });
});
