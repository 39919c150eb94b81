import type { AccountFact, AttributeFact, ContractLine, MergeFact } from "@termwise/core/facts";
import { addDays, type Day, earlier, firstDay } from "@termwise/core/kernel";
import { accountIdOf, attributeFact } from "./account-facts.ts";
import type { Named } from "./customers.ts";
import { randomOf } from "./random.ts";
import type { Timeline } from "./timeline.ts";

/** Holdings that own customers and sign nothing themselves, with how many customers each owns. */
const holdings = [
  { name: "Tarnwold Holdings", children: 4 },
  { name: "Skerrow Industries", children: 3 },
  { name: "Averline Capital Group", children: 3 },
  { name: "Ostermont Participations", children: 2 },
] as const;

/** Customers that own other customers. */
const owningCustomers = 4;

interface Records {
  accounts: AccountFact[];
  attributes: AttributeFact[];
  merges: MergeFact[];
  lines: ContractLine[];
}

/** Who belongs to whom: holdings above customers, and customers above customers. */
export function families(
  customers: readonly Named[],
  next: number,
  timeline: Timeline,
  seed: number,
): Records {
  const random = randomOf(seed, "families");
  const old = customers.filter(({ startMonth, script }) => startMonth < -14 && !script);
  const children = random.shuffle(
    old.filter(({ segment }) => segment === "Mid-market" || segment === "Growth"),
  );
  const owners = random.shuffle(old.filter(({ segment }) => segment === "Enterprise"));
  const records: Records = { accounts: [], attributes: [], merges: [], lines: [] };
  const at = timeline.recordedAt(timeline.dayAt(-60, 5), 0, random);
  const adopt = (parent: string, count: number) => {
    for (const child of children.splice(0, count)) {
      const known = timeline.recordedAt(timeline.dayAt(child.startMonth, 20), 9, random);
      records.attributes.push(attributeFact(child, "parent", accountIdOf(parent), firstDay, known));
    }
  };
  holdings.forEach(({ name, children: count }, i) => {
    const number = String(next + i);
    records.accounts.push({
      kind: "account",
      accountId: accountIdOf(number),
      externalIds: { crm: `00Q${number}` },
      effectiveOn: timeline.dayAt(-60, 5),
      recordedAt: at,
      source: { system: "demo", key: `FH-${number}`, file: null, line: null },
    });
    records.attributes.push(attributeFact({ number }, "name", name, firstDay, at));
    adopt(number, count);
  });
  for (const owner of owners.slice(0, owningCustomers)) adopt(owner.number, 2);
  return records;
}

const renamed = [
  (name: string) => `${name} (new contract)`,
  (name: string) => `${name} Ltd`,
  (name: string) => `${name}, formerly`,
];

/**
 * Customers whose contracts stood under two account records until somebody saw it: the later lines were signed on a
 * second record, and the records are merged months after. Before the merge it reads as one customer lost and one won.
 */
export function secondRecords(
  customers: readonly Named[],
  linesOf: ReadonlyMap<string, ContractLine[]>,
  next: number,
  timeline: Timeline,
  seed: number,
): Records {
  const random = randomOf(seed, "second records");
  const records: Records = { accounts: [], attributes: [], merges: [], lines: [] };
  const fitting = customers.filter(
    ({ number, segment, script }) =>
      !script &&
      (segment === "Mid-market" || segment === "Growth") &&
      cutOf(linesOf.get(number) ?? [], timeline),
  );
  const chosen = random.shuffle(fitting).slice(0, 6);
  chosen.forEach((customer, i) => {
    const number = String(next + i);
    const cut = cutOf(linesOf.get(customer.number) ?? [], timeline);
    if (!cut) return;
    const recordedAt = timeline.recordedAt(addDays(cut, -3), 0, random);
    records.accounts.push({
      kind: "account",
      accountId: accountIdOf(number),
      externalIds: { billing: `cus_${number}` },
      effectiveOn: cut,
      recordedAt,
      source: { system: "demo", key: `FH-${number}`, file: null, line: null },
    });
    const name = renamed[i % renamed.length]?.(customer.name) ?? customer.name;
    const known = { name, segment: customer.segment, region: customer.region, currency: customer.currency };
    for (const attribute of ["name", "segment", "region", "currency"] as const)
      records.attributes.push(attributeFact({ number }, attribute, known[attribute], firstDay, recordedAt));
    const mergedOn = earlier(addDays(cut, random.between(45, 130)), timeline.today);
    records.merges.push({
      kind: "merge",
      accountId: accountIdOf(number),
      intoId: accountIdOf(customer.number),
      effectiveOn: mergedOn,
      recordedAt: timeline.recordedAt(mergedOn, 0, random),
      source: { system: "demo", key: `FH-${number}-merge`, file: null, line: null },
    });
    for (const line of linesOf.get(customer.number) ?? [])
      if (line.startsOn >= cut) records.lines.push({ ...line, accountId: accountIdOf(number) });
  });
  return records;
}

/** The day of a customer's renewal in the last two years: from it on, lines go to the second record. */
function cutOf(lines: readonly ContractLine[], timeline: Timeline): Day | null {
  const renewal = lines.find(
    (line) =>
      line.renews !== null &&
      line.startsOn > timeline.dayAt(-22, 1) &&
      line.startsOn < timeline.dayAt(-5, 1) &&
      lines.every((other) => other.startsOn >= line.startsOn || (other.endsOn ?? "9999") < line.startsOn),
  );
  return renewal?.startsOn ?? null;
}
