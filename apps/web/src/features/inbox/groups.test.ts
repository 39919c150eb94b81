import { expect, it } from "vitest";
import { groupsOf, later } from "./groups.ts";

it("items stand with their account, the account told of last on top; those about none stand by themselves", () => {
  const item = (id: number, accountId: string | null) => ({
    id,
    accountId,
    accountName: accountId && `Account ${accountId}`,
    ...{ kind: "red_flag", state: "open" },
  });
  const groups = groupsOf([item(4, "b"), item(3, "a"), item(2, null), item(1, "b")]);
  expect(groups.map(({ name, items }) => [name, items.map(({ id }) => id)])).toEqual([
    ["Account b", [4, 1]],
    ["Account a", [3]],
    ["Workspace", [2]],
  ]);
});

it("open proposals of plays stand together where there are several; one alone, and what is done, stands with its account", () => {
  const item = (id: number, accountId: string, state = "open", kind = "play_proposed") => ({
    ...{ id, accountId, state, kind },
    accountName: `Account ${accountId}`,
  });
  const told = (...items: ReturnType<typeof item>[]) =>
    groupsOf(items).map(({ proposals, accountId, items: own }) => [
      proposals ? "proposals" : accountId,
      own.map(({ id }) => id),
    ]);
  expect(told(item(5, "a"), item(4, "a", "open", "at_risk"), item(3, "b"), item(2, "b", "done"))).toEqual([
    ["proposals", [5, 3]],
    ["a", [4]],
    ["b", [2]],
  ]);
  expect(told(item(2, "a"), item(1, "b", "done"))).toEqual([
    ["a", [2]],
    ["b", [1]],
  ]);
});

it("a day later is told across the ends of months", () => {
  expect([later("2026-02-28", 1), later("2026-12-31", 7)]).toEqual(["2026-03-01", "2027-01-07"]);
});
