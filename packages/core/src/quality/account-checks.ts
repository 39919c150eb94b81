import { type AccountId, addDays, type Day, groupBy } from "../kernel/index.ts";
import { customers, houseLedgerPolicy } from "../ledger/index.ts";
import { linesOn } from "./lines-on.ts";
import type { Check, QualityFinding, QualitySubject } from "./subject.ts";

const policyOf = ({ book }: QualitySubject) => book?.ledgerPolicy ?? houseLedgerPolicy;

/** The value of an attribute on a day for every record that has it. */
function attributeOn({ facts, on }: QualitySubject, attribute: string): Map<AccountId, string> {
  const latest = new Map<AccountId, { on: Day; value: string | null }>();
  for (const fact of facts.attributes) {
    if (fact.attribute !== attribute) continue;
    const held = latest.get(fact.accountId);
    // Before the first known value that first one holds, as figures read it.
    const better =
      !held ||
      (fact.effectiveOn <= on ? held.on <= fact.effectiveOn || held.on > on : held.on > fact.effectiveOn);
    if (better) latest.set(fact.accountId, { on: fact.effectiveOn, value: fact.value });
  }
  const known = new Map<AccountId, string>();
  for (const [id, { value }] of latest) if (value !== null) known.set(id, value);
  return known;
}

/** Every line has its account, every account a line, and every parent is an account. */
export const orphans: Check = (subject) => {
  const { facts } = subject;
  const known = new Set<string>(facts.accounts.map(({ accountId }) => accountId));
  const names = attributeOn(subject, "name");
  const named = (id: AccountId) => names.get(id) ?? id;
  const { ofAccount, ofLine } = customers(facts, policyOf(subject));
  const buying = new Set(facts.lines.map(ofLine));
  const lines = facts.lines
    .filter((line) => !known.has(line.accountId))
    .map(
      (line): QualityFinding => ({
        key: `line ${line.lineId}`,
        accountId: line.accountId,
        about: null,
        name: named(line.accountId),
        detail: `The contract line "${line.source.key}" belongs to no account that is known`,
      }),
    );
  const accounts = facts.accounts
    .filter(({ accountId }) => !buying.has(ofAccount(accountId)))
    .map(
      ({ accountId }): QualityFinding => ({
        key: `account ${accountId}`,
        accountId,
        about: null,
        name: named(accountId),
        detail: "The account never had a contract line",
      }),
    );
  const parents = [...attributeOn(subject, "parent")]
    .filter(([, parent]) => !known.has(parent))
    .map(
      ([accountId, parent]): QualityFinding => ({
        key: `parent ${accountId}`,
        accountId,
        about: null,
        name: named(accountId),
        detail: `Its parent "${parent}" is no account that is known`,
      }),
    );
  return {
    looked: facts.lines.length + facts.accounts.length,
    findings: [...lines, ...accounts, ...parents],
  };
};

/** No two lines of one customer and product are in force at once, unless one says that it goes with the other. */
export const overlappingLines: Check = (subject) => {
  const lines = linesOn(subject);
  const groups = groupBy(lines, ({ accountId, line }) => `${accountId} ${line.product} ${line.region ?? ""}`);
  const findings = [...groups.values()].flatMap((group): QualityFinding[] => {
    const [first, second] = group;
    if (!first || !second) return [];
    return [
      {
        key: `${first.accountId} ${first.line.product} ${first.line.region ?? ""}`,
        accountId: first.accountId,
        about: null,
        name: first.name,
        detail: `${group.length} lines of "${first.line.product}" count together: ${group
          .slice(0, 3)
          .map(({ line }) => `"${line.source.key}"`)
          .join(", ")}${group.length > 3 ? " and more" : ""}`,
      },
    ];
  });
  return { looked: lines.length, findings };
};

/** Every line in force tells when it ends or renews, or that it renews itself. */
export const missingRenewal: Check = (subject) => {
  const lines = linesOn(subject);
  return {
    looked: lines.length,
    findings: lines
      .filter(({ line }) => line.endsOn === null && line.autoRenew !== true)
      .map(({ line, accountId, name }) => ({
        key: line.lineId,
        accountId,
        about: null,
        name,
        detail: `"${line.source.key}" of "${line.product}" has no end and does not say that it renews itself`,
      })),
  };
};

/** No web domain is that of two customers. */
export const duplicateDomains: Check = (subject) => {
  const { ofAccount } = customers(subject.facts, policyOf(subject));
  const domains = [...attributeOn(subject, "domain")];
  const names = attributeOn(subject, "name");
  const byDomain = groupBy(domains, ([, domain]) =>
    domain
      .trim()
      .toLowerCase()
      .replace(/^www\./, ""),
  );
  const findings = [...byDomain].flatMap(([domain, records]): QualityFinding[] => {
    const owners = [...new Set(records.map(([id]) => ofAccount(id)))].sort();
    const [first] = owners;
    if (first === undefined || owners.length < 2) return [];
    return owners.map((accountId) => ({
      key: `${domain} ${accountId}`,
      accountId,
      about: null,
      name: names.get(accountId) ?? accountId,
      detail: `${domain} is also that of ${owners
        .filter((id) => id !== accountId)
        .slice(0, 3)
        .map((id) => names.get(id) ?? id)
        .join(", ")}`,
    }));
  });
  return { looked: domains.length, findings };
};

/** Days without a reading from which on a gap is one. */
export const usageGapDays = 7;

/** Readings of usage of every customer with contract lines in force have come within the last days, once any come at all. */
export const usageGap: Check = (subject) => {
  const { facts, on, readings } = subject;
  const { ofAccount } = customers(facts, policyOf(subject));
  if (!readings.days.some((day) => day <= on)) return { looked: 0, findings: [] };
  const last = new Map<AccountId, Day>();
  for (const { accountId, effectiveOn } of facts.usage) {
    if (effectiveOn > on) continue;
    const id = ofAccount(accountId);
    const held = last.get(id);
    if (held === undefined || held < effectiveOn) last.set(id, effectiveOn);
  }
  const paying = new Map(linesOn(subject).map(({ accountId, name }) => [accountId, name] as const));
  const since = addDays(on, -usageGapDays);
  const findings = [...paying].flatMap(([accountId, name]): QualityFinding[] => {
    const day = last.get(accountId);
    if (day !== undefined && day >= since) return [];
    const detail =
      day === undefined ? "No reading of usage ever came" : `The last reading of usage is of ${day}`;
    return [{ key: accountId, accountId, about: null, name, detail }];
  });
  return { looked: paying.size, findings };
};

/** Nothing is late that is expected. */
export const staleSources: Check = ({ sources }) => {
  const expected = sources.filter(({ expectedMinutes }) => expectedMinutes !== null);
  return {
    looked: expected.length,
    findings: expected
      .filter(({ late }) => late)
      .map(({ id, name, system, lastAt, paused }) => ({
        key: id,
        accountId: null,
        about: id,
        name,
        detail: `${system}: ${lastAt === null ? "nothing ever arrived" : `last arrived ${lastAt.slice(0, 16).replace("T", " ")} UTC`}${paused ? "; it is paused" : ""}`,
      })),
  };
};
