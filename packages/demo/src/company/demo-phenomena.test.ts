import { type ContractLine, factsKnownAt } from "@termwise/core/facts";
import { day, daysBetween, firstDay } from "@termwise/core/kernel";
import { houseLedgerPolicy, type Movement, movementsOf } from "@termwise/core/ledger";
import { describe, expect, it } from "vitest";
import { demoCompany } from "./demo-company.ts";
import { departure } from "./people.ts";

const today = day("2026-11-21");
const { facts } = demoCompany({ today });
const known = factsKnownAt(facts, null);
const byId = new Map(known.lines.map((line) => [line.lineId, line]));
const ledgers = movementsOf(known, houseLedgerPolicy).map(({ movements }) =>
  movements.filter(({ on }) => on <= today),
);
const movements = ledgers.flat();

const lines = (of: (line: ContractLine) => boolean) => known.lines.filter(of).length;
const because = (kind: Movement["kind"], reason: string) =>
  movements.filter((m) => m.kind === kind && m.parts.some((part) => part.reason === reason)).length;

/** Days between a line's end and the start of the line that renews it. */
const gaps = known.lines.flatMap(({ renews, startsOn }) => {
  const before = renews === null ? undefined : byId.get(renews);
  return before?.endsOn ? [daysBetween(before.endsOn, startsOn) - 1] : [];
});
const returns = ledgers.flatMap((own) =>
  own.flatMap((movement, i) => {
    const lost = own[i - 1];
    return movement.kind === "reactivation" && lost ? [daysBetween(lost.on, movement.on)] : [];
  }),
);
const changed = (attribute: string) =>
  known.attributes.filter((fact) => fact.attribute === attribute && fact.effectiveOn > firstDay).length;
const versions = (lineId: string) => facts.lines.filter((line) => line.lineId === lineId);
const perYear = (line: ContractLine) => line.price.of === "unit" && line.price.per.unit === "year";
const twiceKnown = known.lines.filter(({ lineId }) => versions(lineId).length > 1);

describe("the demo company shows, at least three times each,", () => {
  it.each<[string, number]>([
    ["monthly contracts without an end", lines((l) => l.endsOn === null)],
    ["quarterly contracts", lines((l) => l.billing?.unit === "month" && l.billing.count === 3)],
    ["annual contracts", lines(perYear)],
    ["multi-year contracts with rises signed ahead", because("expansion", "escalator")],
    ["contracts priced as a total", lines((l) => l.price.of === "total" && l.lineKind === "recurring")],
    [
      "co-terms: lines that start within a term and end with it",
      lines(
        (l) =>
          l.renews === null &&
          known.lines.some(
            (o) =>
              o.accountId === l.accountId &&
              o.product === l.product &&
              o.endsOn === l.endsOn &&
              o.startsOn < l.startsOn,
          ),
      ),
    ],
    ["upgrades", because("expansion", "tier")],
    ["downgrades", because("contraction", "tier")],
    ["seats added", because("expansion", "seats")],
    ["seats given up", because("contraction", "seats")],
    ["price rises", because("expansion", "price")],
    [
      "price cuts",
      movements.filter(
        (m) => m.kind === "contraction" && m.parts.some((p) => p.reason === "price" && p.amount < 0n),
      ).length,
    ],
    ["modules", because("expansion", "module")],
    ["cross-sell", because("expansion", "cross_sell")],
    ["a further region", because("expansion", "region")],
    ["renewals signed late but within the grace", gaps.filter((gap) => gap > 0 && gap <= 30).length],
    ["renewals later than that", gaps.filter((gap) => gap > 30).length],
    ["returns within ninety days", returns.filter((gap) => gap <= 90).length],
    ["win-backs after more than ninety days", returns.filter((gap) => gap > 90).length],
    ["churn with notice", lines((l) => l.noticeOn !== null && l.endsOn !== null && l.endsOn < today)],
    [
      "notice given for a contract that has not ended yet",
      lines((l) => l.noticeOn !== null && (l.endsOn ?? today) > today),
    ],
    [
      "early terminations",
      twiceKnown.filter((l) => l.noticeOn && (versions(l.lineId)[0]?.endsOn ?? "") > (l.endsOn ?? "")).length,
    ],
    ["merged records", known.merges.length],
    ["customers with a parent", known.attributes.filter(({ attribute }) => attribute === "parent").length],
    [
      "customers billed in two currencies",
      ledgers.filter((own) => new Set(own.map((m) => m.currency)).size > 1).length,
    ],
    ["changes of segment", changed("segment")],
    ["changes of success manager", changed("csm")],
    ["lines nobody is known to have sourced", lines((l) => l.sourcedBy === null)],
    [
      "accounts without a success manager",
      known.accounts.length -
        known.attributes.filter((a) => a.attribute === "csm" && a.effectiveOn === firstDay).length,
    ],
    ["usage lines", lines((l) => l.lineKind === "usage")],
    ["one-time lines", lines((l) => l.lineKind === "one_time")],
    ["discounts off list", lines((l) => l.price.list !== null)],
    ["lines taken back", facts.lines.filter((l) => l.withdrawn).length],
    [
      "lines entered over three weeks late",
      facts.lines.filter(
        (l) => versions(l.lineId)[0] === l && daysBetween(l.startsOn, day(l.recordedAt.slice(0, 10))) > 21,
      ).length,
    ],
    ["overdue invoices", lines((l) => l.payment === "overdue")],
  ])("%s", (_, found) => {
    expect(found).toBeGreaterThanOrEqual(3);
  });

  it("about four hundred accounts over more than three years", () => {
    expect(known.accounts.length).toBeGreaterThan(380);
    expect(known.accounts.length).toBeLessThan(420);
    expect(movements.filter((m) => m.kind === "new" && m.on < "2022-01-01").length).toBeGreaterThan(20);
  });

  it("nobody who left still looks after a customer", () => {
    const csm = new Map<string, string | null>();
    const dated = known.attributes.filter(({ attribute }) => attribute === "csm");
    for (const fact of [...dated].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)))
      csm.set(fact.accountId, fact.value);
    expect(dated.some(({ value }) => value === departure.name)).toBe(true);
    expect([...csm.values()]).not.toContain(departure.name);
  });
});
