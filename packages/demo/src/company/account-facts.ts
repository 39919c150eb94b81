import type { AccountAttribute, AccountFact, AttributeFact, ContractLine } from "@termwise/core/facts";
import { AccountId, addDays, type Day, earlier, firstDay } from "@termwise/core/kernel";
import type { Named } from "./customers.ts";
import { departure, inOffice } from "./people.ts";
import { randomOf } from "./random.ts";
import type { Timeline } from "./timeline.ts";

type Company = Omit<Named, "profile">;

/** An account and its dated attributes. */
export interface AccountFacts {
  readonly account: AccountFact;
  readonly attributes: AttributeFact[];
}

/** The id of the account with a number. */
export const accountIdOf = (number: string): AccountId => AccountId.parse(`acc_demo${number}`);

/** A web domain that cannot exist (RFC 2606), from the company's name without marks and spaces. */
export function domainOf(name: string): string {
  const plain = name.normalize("NFD").replace(/[^A-Za-z]/g, "");
  return `${plain.toLowerCase().slice(0, 24)}.example`;
}

/** How an attribute of an account came to be, or to change. */
export function attributeFact(
  of: { number: string },
  attribute: AccountAttribute,
  value: string | null,
  effectiveOn: Day,
  recordedAt: AttributeFact["recordedAt"],
): AttributeFact {
  return {
    kind: "attribute",
    accountId: accountIdOf(of.number),
    attribute,
    value,
    effectiveOn,
    recordedAt,
    source: { system: "demo", key: `FH-${of.number}-${attribute}-${effectiveOn}`, file: null, line: null },
  };
}

const promotion: Readonly<Record<string, { to: string; tier: string; above: number }>> = {
  "Small business": { to: "Growth", tier: "Scaled", above: 16_000 },
  Growth: { to: "Mid-market", tier: "Named", above: 44_000 },
  "Mid-market": { to: "Enterprise", tier: "Strategic", above: 150_000 },
};

/** What is known of one company beside its contracts: first values, and the owner and segment changes of the years. */
export function accountFacts(
  company: Company,
  timeline: Timeline,
  seed: number,
  lines: readonly ContractLine[],
) {
  const random = randomOf(seed, `attributes ${company.number}`);
  const signedOn = lines[0]?.signedOn ?? timeline.dayAt(company.startMonth, 4);
  const opened = addDays(signedOn, -random.between(5, 40));
  const recordedAt = timeline.recordedAt(opened, 0, random);
  const handedOver = timeline.recordedAt(signedOn, 3, random);
  const account: AccountFact = {
    kind: "account",
    accountId: accountIdOf(company.number),
    externalIds: { crm: `00Q${company.number}`, billing: `cus_${company.number}` },
    effectiveOn: earlier(opened, timeline.today),
    recordedAt,
    source: { system: "demo", key: `FH-${company.number}`, file: null, line: null },
  };
  const { ae, am } = company.owners;
  const csm = company.owners.csm && inOffice(company.owners.csm, company.segment, company.startMonth);
  const first = (attribute: AccountAttribute, value: string | null, at = recordedAt): AttributeFact[] =>
    value === null ? [] : [attributeFact(company, attribute, value, firstDay, at)];
  const attributes = [
    ...first("name", company.name),
    ...first("domain", domainOf(company.name)),
    ...first("segment", company.segment),
    ...first("tier", tierOf(company.segment)),
    ...first("region", company.region),
    ...first("industry", company.industry),
    ...first("currency", company.currency),
    ...first("ae", ae),
    ...(lines.length === 0 ? [] : [...first("csm", csm, handedOver), ...first("am", am, handedOver)]),
    ...(lines.length === 0 ? [] : changes(company, timeline, random, lines)),
  ];
  return { account, attributes } satisfies AccountFacts;
}

const tierOf = (segment: string): string =>
  segment === "Enterprise"
    ? "Strategic"
    : segment === "Mid-market" || segment === "Public sector"
      ? "Named"
      : "Scaled";

function changes(
  company: Company,
  timeline: Timeline,
  random: ReturnType<typeof randomOf>,
  lines: readonly ContractLine[],
): AttributeFact[] {
  const found: AttributeFact[] = [];
  const dated = (attribute: AccountAttribute, value: string, on: Day) => {
    if (on <= timeline.today)
      found.push(
        attributeFact(company, attribute, value, on, timeline.recordedAt(on, random.between(0, 6), random)),
      );
  };
  const began = lines[0]?.startsOn ?? timeline.today;
  const { csm } = company.owners;
  if (csm === departure.name && company.startMonth < departure.month)
    dated("csm", inOffice(csm, company.segment, departure.month), timeline.dayAt(departure.month, 1));
  const next = promotion[company.segment];
  if (next && !company.script) {
    // Segments are reviewed once a year; a customer that has outgrown its own moves up.
    for (const month of [-40, -28, -16, -4]) {
      const on = timeline.dayAt(month, 1);
      if (on <= began || paidOn(lines, on) < next.above) continue;
      dated("segment", next.to, on);
      if (next.tier !== tierOf(company.segment)) dated("tier", next.tier, on);
      break;
    }
  }
  return found;
}

/** About what a customer pays a year on a day, in major units: enough to say which segment it has grown into. */
function paidOn(lines: readonly ContractLine[], on: Day): number {
  const newest = new Map(lines.map((line) => [line.lineId, line]));
  let sum = 0;
  for (const { startsOn, endsOn, price, quantity, lineKind } of newest.values()) {
    if (startsOn > on || (endsOn !== null && endsOn < on) || lineKind !== "recurring") continue;
    if (price.of !== "unit") continue;
    const times = price.per.unit === "year" ? 1 : Math.floor(12 / price.per.count);
    sum += Number(quantity) * times * Math.floor(Number(price.net));
  }
  return sum;
}
