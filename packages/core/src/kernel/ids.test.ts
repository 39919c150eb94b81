import { describe, expect, expectTypeOf, it } from "vitest";
import type { Currency } from "./currency.ts";
import type { Day } from "./day.ts";
import { AccountId, ImportId, LineId, WorkspaceId } from "./ids.ts";

describe("ids", () => {
  it.each([
    ["an account", AccountId, "acc_9fK2"],
    ["a line", LineId, "line_00aB"],
    ["an import", ImportId, "imp_x"],
  ])("of %s carry their prefix", (_, schema, good) => {
    expect(schema.parse(good)).toBe(good);
    const bare = good.slice(good.indexOf("_") + 1);
    for (const wrong of [
      bare,
      `x${good}`,
      `${good}-`,
      `${good} `,
      `${good}\n`,
      good.replace(/_.*/, "_"),
      `${good}${"a".repeat(41)}`,
    ])
      expect(schema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  });
  it("of one thing are refused for another", () => {
    expect(AccountId.safeParse("line_9fK2").success).toBe(false);
    expect(LineId.safeParse("acc_9fK2").success).toBe(false);
    expect(WorkspaceId.safeParse("acc_9fK2").success).toBe(false);
  });
  it("do not mix, by type: neither with each other nor with days, currencies or plain text", () => {
    expectTypeOf<AccountId>().not.toExtend<LineId>();
    expectTypeOf<LineId>().not.toExtend<AccountId>();
    expectTypeOf<ImportId>().not.toExtend<AccountId>();
    expectTypeOf<WorkspaceId>().not.toExtend<AccountId>();
    expectTypeOf<Day>().not.toExtend<AccountId>();
    expectTypeOf<AccountId>().not.toExtend<Day>();
    expectTypeOf<Currency>().not.toExtend<Day>();
    expectTypeOf<string>().not.toExtend<AccountId>();
  });
});
