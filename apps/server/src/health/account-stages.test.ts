import { AccountId, instant } from "@termwise/core/kernel";
import { testEngine } from "@termwise/db/testing";
import { expect, it } from "vitest";
import { opened } from "../testing.ts";
import { tellOf } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";

it("the stages of an account over time end with the stage that its head and the board tell", async () => {
  const clock = { at: instant("2026-05-05T08:00:00Z"), now: () => clock.at };
  const store = await opened(await testEngine("embedded").open(), { clock });
  await tellOf(store)(plainCompany);
  const toldOf = async (id: string) => {
    const accountId = AccountId.parse(id);
    const { column, earned } = await store.api.lifecycle.account({ accountId });
    const { stages } = await store.api.health.account({ accountId, weeks: 104 });
    return { head: [column, earned], strip: stages.map((one) => [one.stage, one.earned, one.from]) };
  };
  const life = [
    ["won", "won", "2025-07-01"],
    ["renewal", "won", "2026-03-02"],
  ];
  expect(await toldOf("acc_north")).toEqual({
    head: ["won", "won"],
    strip: [["won", "won", "2026-01-01"]],
  });
  expect(await toldOf("acc_gone")).toEqual({ head: ["renewal", "won"], strip: life });
  clock.at = instant("2026-07-06T08:00:00Z");
  expect(await toldOf("acc_gone")).toEqual({
    head: ["churn", null],
    strip: [...life, ["churn", null, "2026-07-01"]],
  });
});
