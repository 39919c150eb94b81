import { instant } from "@termwise/core/kernel";
import { loadAudit } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, opened } from "../testing.ts";
import { attribute, lines, linesOf, paidPeople, plan } from "../testing-paid-company.ts";
import { tellOf, told } from "../testing-periods.ts";

let now = "2026-04-10T09:00:00Z";
const clock = { now: () => instant(now) };

describe("compensation, from a plan to what is paid", () => {
  const on = testEngine("embedded");
  let store: Opened;
  let people: Awaited<ReturnType<typeof paidPeople>>;
  const as = (who: keyof typeof people) => store.apiAs(people[who]).comp;
  const audit = () => store.termwise.read((tx) => loadAudit(tx, { limit: 1 }));

  beforeAll(async () => {
    store = await opened(await on.open(), { clock });
    people = await paidPeople(store);
  });

  it("takes a plan through its life, and nobody approves their own", async () => {
    expect(await as("finance").savePlan({ plan })).toEqual({ id: "ae", version: 1 });
    const broken = { ...plan, components: plan.components.map((one) => ({ ...one, atClose: "70" })) };
    expect(await told(as("finance").savePlan({ plan: broken }))).toMatch(/1 New business, shares: 70 %/);
    const one = { planId: "ae", version: 1 };
    await as("finance").submitPlan(one);
    expect(await told(as("finance").approvePlan(one))).toMatch(/cannot approve it/);
    await as("revops").approvePlan(one);
    await as("revops").activatePlan(one);
    expect(await told(as("finance").savePlan({ plan }))).toMatch(/is active: a changed plan is version 2/);
    expect(await as("finance").plan(one)).toMatchObject({ state: "active", faults: [] });
    expect(await told(as("rep").plans())).toMatch(/pay_manage|right|allowed|may/i);
  });

  it("gives it to people, and refuses a second one beside it with the clause named", async () => {
    const assigned = { person: "Ravi Menon", planId: "ae", version: 1, from: "2026-01-01" };
    await as("finance").assign({ assigned });
    await as("finance").assign({ assigned: { ...assigned, person: "Zoe Lind" } });
    expect(await told(as("revops").assign({ assigned: { ...assigned, person: "Rob Ost" } }))).toMatch(
      /Nobody decides about their own pay/,
    );
    expect(await told(as("finance").assign({ assigned: { ...assigned, from: "2026-03-01" } }))).toMatch(
      /Plans of Ravi Menon: AE plan begins on 2026-03-01, while AE plan holds until further notice/,
    );
    const [letter] = await as("rep").letters({});
    expect(letter?.text).toMatch(
      /Ravi Menon: AE plan, version 1[\s\S]*1 New business: 10 % of every credited/,
    );
    await as("rep").acknowledge({ of: "letter", id: letter?.id ?? "" });
    expect((await as("rep").letters({}))[0]?.acknowledgedAt).toBe("2026-04-10T09:00:00.000Z");
    expect(await told(as("granted").acknowledge({ of: "letter", id: letter?.id ?? "" }))).toMatch(
      /Whose it is/,
    );
  });

  it("drafts a statement from the ledger whose every line opens its trace, and closes it step by step", async () => {
    expect(await as("finance").draft({ period: "2026-Q1" })).toMatchObject([
      { person: "Ravi Menon", number: 1, revision: 1, outcome: "drafted" },
      { person: "Zoe Lind", number: 2, outcome: "drafted" },
    ]);
    expect(await as("finance").draft({ period: "2026-Q1" })).toMatchObject([
      { outcome: "unchanged" },
      { outcome: "unchanged" },
    ]);
    const drawn = await as("rep").statement({ number: 1 });
    expect(drawn).toMatchObject({ total: "1200000", status: "draft", differs: null, isOwn: true });
    expect(drawn.lines.map(({ account, amount, held }) => [account, amount, held])).toEqual([
      ["Cobalt Press", "800000", "200000"],
      ["delta", "400000", "100000"],
    ]);
    expect(drawn.lines[0]?.steps.map(({ step }) => step)).toEqual(
      expect.arrayContaining([
        "Source",
        "Movement",
        "Credit rule",
        "Rate band",
        "Arithmetic",
        "Rounding",
        "Plan",
        "Clause",
      ]),
    );
    expect(drawn.exposed.map(({ account, safeOn }) => [account, safeOn])).toEqual([
      ["Cobalt Press", "2027-01-05"],
      ["delta", "2027-01-20"],
    ]);
    expect(await told(as("finance").publishStatement({ number: 1 }))).toMatch(/has to be reviewed before/);
    await as("finance").reviewStatement({ number: 1 });
    await as("finance").publishStatement({ number: 1 });
    expect(await as("finance").draft({ period: "2026-Q1", persons: ["Ravi Menon"] })).toMatchObject([
      { outcome: "closed" },
    ]);
    await as("finance").payStatement({ number: 1 });
    expect(await told(as("finance").payStatement({ number: 1 }))).toMatch(/is paid/);
  });

  it("SEC-6: tells pay to its owner, who leads them and who was granted it; to nobody else, as if there were none", async () => {
    for (const who of ["rep", "lead", "granted"] as const)
      expect((await as(who).statement({ number: 1 })).total).toBe("1200000");
    const nothing = "There is no such person";
    for (const who of ["other", "finance", "revops"] as const) {
      expect(await told(as(who).statement({ number: 1 }))).toBe(nothing);
      expect(await told(as(who).statement({ number: 999 }))).toBe(nothing);
      expect(await told(as(who).statements({ person: "Ravi Menon" }))).toBe(nothing);
      expect(await told(as(who).statements({ person: "Nobody" }))).toBe(nothing);
      expect(await told(as(who).file({ number: 1 }))).toBe(nothing);
      expect(await told(as(who).simulation({ person: "Ravi Menon", period: "2026-Q1" }))).toBe(nothing);
      expect(await told(as(who).reconciliation({ person: "Ravi Menon", period: "2026-Q1" }))).toBe(nothing);
      expect((await as(who).team({})).rows).toEqual([]);
    }
    expect((await audit())[0]).toMatchObject({ action: expect.stringMatching(/denied|pay_read/) });
    expect(await told(as("finance").payroll({ period: "2026-Q1" }))).toMatch(/may not read/);
    const payroll = await as("granted").payroll({ period: "2026-Q1" });
    expect(payroll.control).toEqual([{ currency: "USD", statements: 1, total: "1200000" }]);
    expect(payroll.csv).toMatch(/"Control total","2026-Q1","1",,"12000.00","USD"/);
    expect((await audit())[0]).toMatchObject({
      action: "pay_exported",
      details: { what: "payroll", statements: 1 },
    });
    expect((await as("lead").team({})).rows).toMatchObject([{ person: "Ravi Menon", status: "paid" }]);
    const terms = await as("finance").assignments();
    expect(terms.map(({ readable, terms: told }) => [readable, told])).toEqual([
      [false, null],
      [false, null],
    ]);
  });

  it("I-23: a closed statement stays byte for byte, whatever is corrected, re-imported, reassigned or edited; the next one tells why", async () => {
    const before = await as("rep").statement({ number: 1 });
    now = "2026-07-05T09:00:00Z";
    const corrected = lines.map((line) => (line.account === "cobalt" ? { ...line, arr: "90000" } : line));
    const tell = tellOf(store);
    await tell({ lines: linesOf(corrected, "2026-05-01T00:00:00Z") });
    await tell({ lines: linesOf(corrected, "2026-05-02T00:00:00Z") });
    await tell({ attributes: [attribute("delta", "ae", "Zoe Lind", "2026-05-03T00:00:00Z")] });
    const dearer = {
      ...plan,
      version: 2,
      components: plan.components.map((one) => ({ ...one, name: "Sales" })),
    };
    await as("finance").savePlan({ plan: dearer });
    const after = await as("rep").statement({ number: 1 });
    expect([after.hash, after.total, after.revision]).toEqual([before.hash, "1200000", 1]);
    await as("finance").reviewStatement({ number: 2 });
    await as("finance").publishStatement({ number: 2 });
    await as("finance").draft({ period: "2026-Q2" });
    const [latest] = (await as("rep").statements({})).statements;
    const next = await as("rep").statement({ number: latest?.number ?? 0 });
    expect(
      next.lines.map(({ kind, account, amount, forPeriod, cause }) => [
        kind,
        account,
        amount,
        forPeriod,
        cause,
      ]),
    ).toEqual([
      [
        "adjustment",
        "Cobalt Press",
        "-80000",
        "2026-Q1",
        "Credited with USD 90,000.00 and no longer USD 100,000.00: corrected after 2026-Q1 was closed.",
      ],
    ]);
    const [others] = (await as("other").statements({})).statements;
    expect([others?.total, others?.lines]).toEqual(["0", 0]);
  });

  it("takes commission back only for a loss that was put on record, as a line of a later statement", async () => {
    await tellOf(store)({
      lines: linesOf(
        lines.map((line) =>
          line.account === "delta"
            ? { ...line, to: "2026-06-20" }
            : line.account === "cobalt"
              ? { ...line, arr: "90000" }
              : line,
        ),
        "2026-06-25T00:00:00Z",
      ),
    });
    await as("finance").draft({ period: "2026-Q2" });
    const number = (await as("rep").statements({})).statements[0]?.number ?? 0;
    const kinds = async () =>
      (await as("rep").statement({ number })).lines.map(({ kind, amount }) => [kind, amount]);
    expect(await kinds()).toEqual([["adjustment", "-80000"]]);
    const losses = await as("finance").losses();
    expect(losses).toMatchObject([{ accountId: "acc_delta", trigger: "churn", on: "2026-06-21" }]);
    const loss = {
      lossId: "loss-1",
      trigger: "churn",
      account: "acc_delta",
      on: "2026-06-21",
      ref: "the ledger",
    } as const;
    await as("finance").recordLoss({ loss });
    expect(await as("finance").losses()).toEqual([]);
    expect(await as("finance").draft({ period: "2026-Q2", persons: ["Ravi Menon"] })).toMatchObject([
      { outcome: "changed", revision: 3 },
    ]);
    expect(await kinds()).toEqual([
      ["adjustment", "-80000"],
      ["clawback", "-200000"],
    ]);
    const { diff } = await as("rep").statement({ number });
    expect([diff?.added.length, diff?.total]).toEqual([1, "-200000"]);
  });

  it("lets whose statement it is dispute a line, and pays what is decided on a later one, with reason and approver", async () => {
    const { lines: paid } = await as("rep").statement({ number: 1 });
    const about = { number: 1, lineId: paid[0]?.lineId ?? "", says: "The services package is missing" };
    expect(await told(as("lead").dispute(about))).toMatch(/Whose statement it is/);
    const both = await Promise.all([told(as("rep").dispute(about)), told(as("rep").dispute(about))]);
    expect(both.sort()).toEqual(["This line is disputed already: answer there", "done"]);
    const id = (await as("rep").statement({ number: 1 })).disputes[0]?.id ?? "";
    await as("lead").answerDispute({ id, says: "Finance looks at it" });
    const resolved = { id, amount: "50000", reason: "The package counts as recurring" };
    expect(await told(as("finance").resolveDispute(resolved))).toBe("There is no such person");
    const twice = [as("granted").resolveDispute(resolved), as("granted").resolveDispute(resolved)];
    expect((await Promise.all(twice.map(told))).sort()).toEqual(["This dispute was resolved", "done"]);
    const [one] = (await as("rep").statement({ number: 1 })).disputes;
    expect(one).toMatchObject({
      says: about.says,
      thread: [{ byName: "Lea Dorn", says: "Finance looks at it" }],
      decision: { amount: "50000", approver: "Gil Amsel" },
    });
    const news = async (who: keyof typeof people) =>
      (await store.apiAs(people[who]).inbox.list({})).notices.map(({ title }) => title).sort();
    // Pay is told to whose it is, and to nobody else.
    expect([await news("rep"), await news("lead"), await news("finance")]).toEqual([
      [
        "Your dispute of statement 1 is resolved",
        "Your dispute of statement 1 was answered",
        "Your statement for 2026-Q1 is published",
      ],
      [],
      [],
    ]);
    await as("finance").draft({ period: "2026-Q2", persons: ["Ravi Menon"] });
    const number = (await as("rep").statements({})).statements[0]?.number ?? 0;
    const { lines: open, total } = await as("rep").statement({ number });
    expect(open.find(({ amount }) => amount === "50000")?.cause).toBe(
      "The package counts as recurring (Gil Amsel)",
    );
    expect(open.reduce((sum, { amount }) => sum + BigInt(amount), 0n)).toBe(BigInt(total));
  });

  it("simulates without writing, back-tests what was closed, and leads board-NRR to pay-NRR", async () => {
    const scenario = { closings: {}, matured: {}, deals: [], losses: [], moreDeals: [] };
    const before = await as("rep").statements({});
    const made = await as("rep").simulation({ period: "2026-Q2", scenario });
    expect([made.difference, made.chart.length > 5, made.grid.rows.length > 3]).toEqual(["0", true, true]);
    expect(await as("rep").statements({})).toEqual(before);
    const tested = await as("granted").backtest({ planId: "ae", version: 2 });
    expect([tested.people, tested.periods, tested.totals]).toEqual([
      2,
      ["2026-Q1"],
      { paid: "1200000", would: "1200000" },
    ]);
    const blind = await as("finance").backtest({ planId: "ae", version: 2 });
    expect([blind.totals, blind.spread, blind.readable.winners]).toEqual([null, null, []]);
    const { board, pay, steps } = await as("rep").reconciliation({ period: "2026-Q2" });
    expect([board.value !== null || board.reason !== null, pay !== undefined, Array.isArray(steps)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("the command line reads pay on behalf of somebody who may, and both are told to the audit log", async () => {
    const { comp } = store.api;
    const asked = { person: "Ravi Menon", period: "2026-Q1" };
    expect((await comp.statementFor(asked)).total).toBe("1200000");
    expect((await audit())[0]).toMatchObject({
      actor: { kind: "operator" },
      action: "pay_read",
      details: { what: "statement", reason: "own", onBehalfOf: people.rep.id },
    });
    expect(await told(comp.statementFor({ ...asked, as: "Zoe Lind" }))).toBe("There is no such person");
    const tested = await comp.backtestFor({ planId: "ae", version: 2, as: "Ravi Menon" });
    expect([tested.totals, tested.readable.unchanged.map(({ person }) => person)]).toEqual([
      null,
      ["Ravi Menon"],
    ]);
    expect((await audit())[0]).toMatchObject({
      actor: { kind: "operator" },
      action: "pay_read",
      subject: { kind: "pay", id: people.rep.id },
      details: { what: "backtest", reason: "own", onBehalfOf: people.rep.id },
    });
    expect(await told(comp.statement({ number: 1 }))).not.toBe("done");
  });
});
