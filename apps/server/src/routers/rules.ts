import { coverageOn, houseCoverageRules, icpFitOn, ruleOn, ruleVersions } from "@termwise/core/coverage";
import { HandoffPolicy, handoffPolicyOn } from "@termwise/core/handoff";
import { Day, type EntryId } from "@termwise/core/kernel";
import { LifecyclePolicy, lifecyclePolicyOn } from "@termwise/core/lifecycle";
import { terms } from "@termwise/core/registry";
import { z } from "zod";
import type { AccountOnDay } from "../derive/account-list.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { type CustomerRecords, customerRecords } from "../derive/customer-records.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";

/** The rules of the lifecycle and of coverage. Each version holds from its day; they are set by `journal.setRule`. */
export const rulesRouter = router({
  /** The rules in force on a day (default: today), the house's where the workspace set none, and what they come to. */
  inForce: procedure
    .input(z.strictObject({ on: Day.optional() }))
    .query(async ({ ctx: { termwise }, input: { on = termwise.today() } }) => {
      const books = await termwise.books();
      const all = customerRecords(books);
      const { rules } = all;
      const accounts = [...accountsOnDay(books, on).values()];
      const [coverage, icp] = [ruleOn(rules, "coverage_rules", on), ruleOn(rules, "icp_rules", on)];
      return wire({
        on,
        currency: books.currency(),
        known: valuesOf(accounts),
        criteria: latestBySegment(ruleVersions(rules, "criteria_set"), on),
        adoption: latestBySegment(ruleVersions(rules, "adoption_rule"), on),
        parameters: [
          ...parametersOf("lifecycle", LifecyclePolicy, lifecyclePolicyOn(rules, on)),
          ...parametersOf("handoff", HandoffPolicy, handoffPolicyOn(rules.journal, on)),
        ],
        coverage: { since: coverage?.effectiveOn ?? null, rules: coverage?.entry ?? houseCoverageRules },
        icp: { since: icp?.effectiveOn ?? null, conditions: icp?.entry.conditions ?? [] },
        tally: tallyOf(all, accounts, on),
      });
    }),
});

/** What accounts have as segments, tiers, regions and industries, for conditions to choose from. */
function valuesOf(accounts: readonly AccountOnDay[]) {
  const of = (attribute: "segment" | "tier" | "region" | "industry") =>
    [...new Set(accounts.flatMap((account) => account[attribute] ?? []))].sort();
  return { segment: of("segment"), tier: of("tier"), region: of("region"), industry: of("industry") };
}

/** The latest of a kind of rule for each segment it was set for; null: for every segment without one of its own. */
function latestBySegment<Entry extends { segment: string | null }>(
  versions: readonly { entryId: EntryId; effectiveOn: Day; entry: Entry }[],
  on: Day,
) {
  const inForce = versions.filter(({ effectiveOn }) => effectiveOn <= on);
  const latest = new Map(inForce.map((version) => [version.entry.segment, version]));
  return [...latest.values()]
    .map(({ entryId, effectiveOn, entry }) => ({ entryId, since: effectiveOn, entry }))
    .sort((a, b) => ((a.entry.segment ?? "") < (b.entry.segment ?? "") ? -1 : 1));
}

/** Every number of a policy with what holds, what the house says and what is allowed. */
function parametersOf<Shape extends z.ZodRawShape>(
  group: "lifecycle" | "handoff",
  schema: z.ZodObject<Shape>,
  inForce: Readonly<Record<string, unknown>>,
) {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input" });
  return Object.entries(properties).flatMap(([name, property]) =>
    typeof property === "object"
      ? [
          {
            group,
            name,
            value: Number(inForce[name]),
            house: Number(property.default),
            min: property.minimum ?? 0,
            max: property.maximum ?? Number.MAX_SAFE_INTEGER,
            /** The term whose definition it is part of: a change is proposed there. */
            term: termOfParameter(name),
          },
        ]
      : [],
  );
}

function termOfParameter(name: string): { id: string; name: string } | null {
  const term = terms.find(({ parameters }) => parameters.some((parameter) => parameter.name === name));
  return term ? { id: term.id, name: term.name } : null;
}

/** How many customers the rules put where. */
function tallyOf({ records, rules }: CustomerRecords, accounts: readonly AccountOnDay[], on: Day) {
  const ruled = accounts
    .filter(({ status }) => status === "customer")
    .flatMap(({ accountId, arr }) => {
      const record = records.get(accountId);
      return record
        ? [
            {
              coverage: coverageOn(record, rules, { on, arr }),
              fit: icpFitOn(record, rules, { on, arr })?.fit ?? null,
            },
          ]
        : [];
    });
  const count = (of: (one: (typeof ruled)[number]) => string | null) => {
    const found = new Map<string | null, number>();
    for (const one of ruled) found.set(of(one), (found.get(of(one)) ?? 0) + 1);
    return [...found].map(([value, customers]) => ({ value, customers }));
  };
  return {
    customers: ruled.length,
    tiers: count(({ coverage: { tier } }) => tier.value),
    touch: count(({ coverage: { touch } }) => touch.value),
    strategic: ruled.filter(({ coverage: { strategic } }) => strategic.value).length,
    /** At least half of the weights hold. */
    fitting: ruled.filter(({ fit }) => fit !== null && 2n * fit.n >= fit.d).length,
  };
}
