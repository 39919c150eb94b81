import { expect, it } from "vitest";
import { attribute, facts, line, window } from "../../test-oracle/build.ts";

it("a customer is called by its newest name, also when it was renamed after its last movement", () => {
  const renamed = facts([line("1", { from: "2024-01-01" })], {
    attributes: [
      attribute("A", "name", "Alder", "2024-01-01"),
      attribute("A", "name", "Alder & Birch", "2025-03-01"),
    ],
  });
  expect(window(renamed, "2025").accounts.map((w) => w.account.name)).toEqual(["Alder & Birch"]);
});
