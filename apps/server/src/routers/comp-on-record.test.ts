import { instant } from "@termwise/core/kernel";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, opened } from "../testing.ts";
import { paidPeople, plan } from "../testing-paid-company.ts";
import { told } from "../testing-periods.ts";

const clock = { now: () => instant("2026-08-05T09:00:00Z") };

describe("what is put on record of pay beside the ledger", () => {
  const on = testEngine("embedded");
  let store: Opened;
  let people: Awaited<ReturnType<typeof paidPeople>>;
  const as = (who: keyof typeof people) => store.apiAs(people[who]).comp;

  beforeAll(async () => {
    store = await opened(await on.open(), { clock });
    people = await paidPeople(store);
    const one = { planId: "ae", version: 1 };
    await as("finance").savePlan({ plan });
    await as("finance").submitPlan(one);
    await as("revops").approvePlan(one);
    await as("revops").activatePlan(one);
    for (const person of ["Ravi Menon", "Zoe Lind"])
      await as("finance").assign({ assigned: { ...one, person, from: "2026-01-01" } });
    for (const { number } of await as("finance").draft({ period: "2026-Q1" })) {
      await as("finance").reviewStatement({ number: number ?? 0 });
      await as("finance").publishStatement({ number: number ?? 0 });
    }
  });

  it("a split of a deal adds up to it, and over 100 % is refused with the clause", async () => {
    const deals = await as("finance").deals({ from: "2026-01-01", to: "2026-12-31" });
    const [first] = deals;
    const share = (percent: string) => ({ person: "Zoe Lind", percent });
    const split = [{ person: "Ravi Menon", percent: "60" }, share("50")];
    const asked = { dealId: first?.dealId ?? "", split, reason: "Closed together" };
    expect(await told(as("finance").setSplit(asked))).toMatch(/110 %, over 100 %/);
    await as("finance").setSplit({ ...asked, split: [{ person: "Ravi Menon", percent: "60" }, share("40")] });
    await as("finance").draft({ period: "2026-Q2" });
    const [zoe] = (await as("other").statements({})).statements;
    const { lines: shared } = await as("other").statement({ number: zoe?.number ?? 0 });
    expect(shared).toMatchObject([{ kind: "adjustment", forPeriod: "2026-Q1" }]);
  });

  it("nobody closes a statement of their own, or gives themselves a share of a deal", async () => {
    const assigned = { person: "Rob Ost", planId: "ae", version: 1, from: "2026-04-01" };
    await as("finance").assign({ assigned });
    const [drawn] = await as("finance").draft({ period: "2026-Q2", persons: ["Rob Ost"] });
    const number = drawn?.number ?? 0;
    const refused = /Nobody decides about their own pay/;
    expect(await told(as("revops").reviewStatement({ number }))).toMatch(refused);
    await as("finance").reviewStatement({ number });
    expect(await told(as("revops").publishStatement({ number }))).toMatch(refused);
    const [deal] = await as("revops").deals({ from: "2026-01-01", to: "2026-12-31" });
    const split = [{ person: "Rob Ost", percent: "100" }];
    const asked = { dealId: deal?.dealId ?? "", split, reason: "It was mine" };
    expect(await told(as("revops").setSplit(asked))).toMatch(refused);
    await as("finance").setSplit(asked);
    const { dealId, accountId } = deal ?? { dealId: "", accountId: "" };
    expect(await told(as("revops").setSplit({ ...asked, split: [] }))).toMatch(refused);
    expect(await told(as("revops").setDealDay({ dealId, what: "paid", on: "2026-06-01" }))).toMatch(refused);
    const exclusion = { account: accountId, approver: "Rob Ost", reason: "A pilot" };
    expect(await told(as("revops").exclude({ exclusion }))).toMatch(refused);
    const loss = {
      lossId: "l9",
      trigger: "churn",
      account: accountId,
      on: "2026-06-01",
      ref: "ledger",
    } as const;
    expect(await told(as("revops").recordLoss({ loss }))).toMatch(refused);
  });

  it("counts whom a plan was given to, each once", async () => {
    const asked = { person: "Zoe Lind", planId: "ae", version: 1 };
    const [zoe] = (await as("finance").assignments()).filter(({ person }) => person === "Zoe Lind");
    const first = { ...asked, from: "2026-01-01", to: "2026-12-31" };
    await as("finance").assign({ assignmentId: zoe?.id ?? "", assigned: first });
    await as("finance").assign({ assigned: { ...asked, from: "2027-01-01" } });
    expect((await as("finance").plans()).find(({ version }) => version === 1)?.people).toBe(3);
  });

  it("tells what is on record beside the ledger until it is taken back, and names whose pay one may read", async () => {
    const exclusion = { dealId: "deal-elsewhere", approver: "Kim", reason: "Paid by another plan" };
    await as("finance").exclude({ exclusion });
    expect((await as("finance").onRecord()).exclusions).toMatchObject([
      { dealId: "deal-elsewhere", approver: "Kim", person: null },
    ]);
    await as("finance").exclude({ exclusion, withdrawn: true });
    expect((await as("finance").onRecord()).exclusions).toEqual([]);
    expect(await as("rep").people()).toEqual(["Ravi Menon"]);
    expect(await told(as("rep").onRecord())).toMatch(/pay_manage|right|allowed|may/i);
  });
});
