import { expect, it } from "vitest";
import { groupsOf, later } from "./groups.ts";

it("items stand with their account, the account told of last on top; those about none stand by themselves", () => {
  const item = (id: number, accountId: string | null) => ({
    id,
    accountId,
    accountName: accountId && `Account ${accountId}`,
  });
  const groups = groupsOf([item(4, "b"), item(3, "a"), item(2, null), item(1, "b")]);
  expect(groups.map(({ name, items }) => [name, items.map(({ id }) => id)])).toEqual([
    ["Account b", [4, 1]],
    ["Account a", [3]],
    ["Workspace", [2]],
  ]);
});

it("a day later is told across the ends of months", () => {
  expect([later("2026-02-28", 1), later("2026-12-31", 7)]).toEqual(["2026-03-01", "2027-01-07"]);
});
