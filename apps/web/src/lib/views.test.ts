import { describe, expect, it } from "vitest";
import { parseSearch } from "./url.ts";
import { openedView, viewSearch } from "./views.ts";

describe("a saved view", () => {
  it("UX-13 keeps filters, order and look of a list, and neither its page nor what lies over it", () => {
    const search = { view: "ent_1", panel: "def:nrr", page: "3", sort: "-arr", "f.tier": "mid" };
    expect(viewSearch(search)).toBe("?f.tier=mid&sort=-arr");
    expect(viewSearch({ view: "ent_1" })).toBe("");
  });

  it("UX-13 opens as it was kept, and is then not changed", () => {
    const kept = "?assignee=~&q=a%26b&whose=all";
    const opened = openedView("ent_1", parseSearch(kept));
    expect(opened["view"]).toBe("ent_1");
    expect(viewSearch(opened)).toBe(viewSearch(parseSearch(kept)));
  });
});
