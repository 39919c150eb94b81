import { expect, it } from "vitest";
import { keepScope } from "./keep-scope.ts";

it("takes the scope along to another page, and leaves what was shown of this one", () => {
  const search = { period: "2026-Q3", "f.tier": "Strategic", fx: "reported", panel: "def:nrr", sort: "-arr" };
  expect(keepScope(search)).toEqual({ period: "2026-Q3", "f.tier": "Strategic", fx: "reported" });
});
