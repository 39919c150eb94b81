import { type AccountId, addDays, day } from "@termwise/core/kernel";
import { loadAudit, loadStatementContents } from "@termwise/db";
import { beforeAll, describe, expect, it } from "vitest";
import type { MemberPrincipal } from "../auth/principal.ts";
import type { Opened } from "../testing.ts";
import { demoPersonNamed } from "../testing-people.ts";
import { tellOf, told } from "../testing-periods.ts";
import { loadPay } from "./pay-state.ts";
import { contentOf } from "./statement-content.ts";
import { now, paidDemo } from "./testing.ts";

const [rep, colleague, lead] = ["Callum Dray", "Beatriz Lourenzo", "Oskar Brandvold"] as const;
const nobody = "There is no such person";

describe("the demo company's pay, attacked", () => {
  let store: Opened;
  const people = new Map<string, MemberPrincipal>();
  const as = (name: string) => store.apiAs(people.get(name) ?? null);
  const statements = async () => (await store.termwise.read(loadPay)).statements;
  const closedTexts = async () => {
    const closed = (await statements()).filter((one) => one.closed);
    const texts = await store.termwise.read((tx) =>
      loadStatementContents(
        tx,
        closed.map(({ hash }) => hash),
      ),
    );
    return new Map(closed.map(({ number, hash }) => [number, texts.get(hash)]));
  };
  beforeAll(async () => {
    store = (await paidDemo()).store;
    for (const name of [
      rep,
      colleague,
      lead,
      "Sam Okonkwo",
      "Noor Haddad",
      "Wanda Ferreira",
      "Gideon Asante",
      "Paula Szymanska",
    ])
      people.set(name, await demoPersonNamed(store.house, name));
  });

  it("SEC-6: a colleague's pay is that of nobody, however it is asked for, and so is a statement there is not", async () => {
    const own = (await statements()).filter(({ person, closed }) => person === colleague && closed).at(-1);
    const lineId = own ? (contentOf(own).statement.lines[0]?.lineId ?? "") : "";
    const number = own?.number ?? 0;
    const letter = (await store.termwise.read(loadPay))
      .of("letter")
      .find(({ person }) => person === colleague);
    for (const name of [rep, "Noor Haddad"]) {
      const { comp } = as(name);
      const asked = [
        comp.statement({ number }),
        comp.statement({ number: 9_999 }),
        comp.file({ number }),
        comp.statements({ person: colleague }),
        comp.statements({ person: "Nobody at all" }),
        comp.letters({ person: colleague }),
        comp.simulation({ person: colleague, period: "2026-Q4" }),
        comp.reconciliation({ person: colleague, period: "2026-Q3" }),
        comp.dispute({ number, lineId, says: "Let me see" }),
        comp.acknowledge({ of: "letter", id: letter?.id ?? "" }),
        comp.acknowledge({ of: "statement", id: String(number) }),
      ];
      expect([name, new Set(await Promise.all(asked.map(told)))]).toEqual([name, new Set([nobody])]);
    }
    expect(await told(as("Wanda Ferreira").comp.statement({ number }))).not.toBe("done");
  });

  it("SEC-6: a manager sees their team and no other; who writes plans sees nobody's pay by that, and totals of no few", async () => {
    const { rows } = await as(lead).comp.team({ period: "2026-Q2" });
    expect(rows.map(({ person }) => person).sort()).toEqual([
      "Adaeze Obiora-Lind",
      "Joon-ho Parrish",
      "Mara Kestenholz",
      "Priyanka Sethuram",
      "Rory Callendar",
      "Tomas Rehnqvist",
    ]);
    for (const name of [rep, "Sam Okonkwo", "Noor Haddad"])
      expect([name, (await as(name).comp.team({ period: "2026-Q2" })).rows]).toEqual([name, []]);
    const { comp } = as("Noor Haddad");
    expect(await told(comp.payroll({ period: "2026-Q2" }))).toMatch(/may not read/);
    const three = await comp.backtest({ planId: "am-plan", version: 1 });
    expect([three.people, three.totals, three.spread, three.readable.winners]).toEqual([3, null, null, []]);
    // Six AEs, of whom one began of late: with one period more or less, the difference would be the pay of the others or theirs.
    expect((await comp.backtest({ planId: "ae-plan", version: 1, periods: 8 })).totals).toBeNull();
    const six = await comp.backtest({ planId: "csm-plan", version: 1 });
    expect([six.people, six.totals !== null, six.spread, six.readable.winners]).toEqual([6, true, null, []]);
    const finance = as("Gideon Asante").comp;
    expect((await finance.payroll({ period: "2026-Q2" })).control).toMatchObject([
      { currency: "USD", statements: 15 },
    ]);
  });

  it("SEC-6, SEC-19: every reading and attempt is in the audit log, and no amount is", async () => {
    const entries = JSON.stringify(await store.termwise.read((tx) => loadAudit(tx, { limit: 500 })));
    expect(entries).toContain("denied");
    for (const held of await statements()) {
      const { total } = contentOf(held).statement;
      if (total.length > 4) expect(entries).not.toContain(`"${total}"`);
    }
  });

  it("SEC-6: nobody makes a colleague's pay their own by being called like them", async () => {
    const admin = people.get("Sam Okonkwo");
    const memberId = admin?.membership.member.id;
    if (!memberId) throw new Error("No admin.");
    expect(await told(as("Sam Okonkwo").members.change({ memberId, knownAs: ["Sam Okonkwo", rep] }))).toMatch(
      /pay on record under this name/,
    );
    expect(
      await told(as("Sam Okonkwo").members.change({ memberId, knownAs: ["Sam Okonkwo", "Sam O."] })),
    ).toBe("done");
    // The command line can set it; two who go by one name read nothing by it, whoever was there first.
    await store.api.members.change({ memberId, knownAs: ["Sam Okonkwo", rep] });
    expect(await told(as("Sam Okonkwo").comp.statements({ person: rep }))).toBe(nobody);
    expect(await told(as(rep).comp.statements({ person: rep }))).toBe(nobody);
    await store.api.members.change({ memberId, knownAs: ["Sam Okonkwo"] });
    expect((await as(rep).comp.statements({})).statements).toHaveLength(8);
  });

  it("invariant 23: two years of closed statements stay byte for byte under corrections, re-imports, owner edits and plan edits", async () => {
    const before = await closedTexts();
    expect(before.size).toBe(118);
    const finance = as("Gideon Asante").comp;
    const plans = as("Paula Szymanska").comp;
    const draft = async () => {
      await finance.draft({ period: "2026-Q4", persons: [rep] });
      const found = (await statements()).find(({ person, period }) => person === rep && period === "2026-Q4");
      return found ? contentOf(found).statement.lines : [];
    };
    const calm = await draft();
    expect(calm.filter(({ kind }) => kind === "adjustment")).toEqual([]);
    const books = await store.termwise.books();
    const closed = (await statements()).filter((one) => one.person === rep && one.closed);
    const paid = closed.flatMap((held) =>
      contentOf(held).statement.lines.filter(({ kind }) => kind === "commission"),
    );
    const attacked = new Set(paid.slice(0, 3).map(({ account }) => account));
    const lines = books.known.now.lines
      .filter(({ accountId, withdrawn }) => attacked.has(accountId) && !withdrawn)
      .map((line) => ({ ...line, quantity: String(Number(line.quantity) * 2), recordedAt: now }));
    const tell = tellOf(store);
    await tell({ lines });
    await tell({ lines });
    const given = [...new Set(paid.map(({ account }) => account))].map((accountId, n) => ({
      ...{
        kind: "attribute" as const,
        accountId: accountId as AccountId,
        attribute: "ae" as const,
        value: colleague,
      },
      ...{ effectiveOn: day("2020-01-01"), recordedAt: now },
      source: { system: "attack", key: `owner ${n}`, file: null, line: null },
    }));
    await tell({ attributes: given });
    const { plan } = await plans.plan({ planId: "ae-plan", version: 2 });
    expect(await told(plans.savePlan({ plan: { ...plan, name: "Other" } }))).toMatch(
      /a changed plan is version 3/,
    );
    const dearer = {
      ...plan,
      version: 3,
      from: addDays(now.slice(0, 10) as never, -400),
      components: plan.components.slice(0, 1),
    };
    await plans.savePlan({ plan: dearer });
    const after = await closedTexts();
    expect([...after].filter(([number, content]) => before.get(number) !== content)).toEqual([]);
    const now2 = await draft();
    const changed = now2.filter(({ kind }) => kind === "adjustment");
    expect(changed.length).toBeGreaterThan(0);
    for (const { cause, account, pays } of changed) {
      const own = attacked.has(account)
        ? /after 20\d\d-Q\d was closed/
        : /The attainment before it changed|What it rests on/;
      expect(cause).toMatch(own);
      expect(
        closed.some((held) => contentOf(held).statement.lines.some(({ lineId }) => lineId === pays)),
      ).toBe(true);
    }
    const back = (all: typeof calm) =>
      all.filter(({ kind }) => kind === "clawback").map(({ lossId, amount }) => [lossId, amount]);
    expect(back(now2)).toEqual(back(calm));
  });
});
