import type { z } from "zod";
import { buildStatement, type StatementDraft } from "./build-statement.ts";
import { PlanAssignment as Assigned, CompPlan, type PlanAssignment } from "./plan.ts";
import type { Statement, StatementInputs } from "./statement.ts";

type Written = Partial<z.input<typeof StatementInputs>>;

/** A plan for AEs in 2025 and after: 8 % up to the quota, 12 % to 150 % of it, 16 % beyond; 80 % at the close; pro rata for a year. */
export const aePlan = CompPlan.parse({
  id: "ae-2025",
  version: 1,
  name: "AE plan",
  team: "sales",
  currency: "USD",
  from: "2025-01-01",
  components: [
    {
      kind: "commission",
      id: "new-business",
      name: "New business",
      credit: { counts: ["new", "expansion"] },
      rates: {
        bands: [
          { from: "0", to: "100", rate: "8" },
          { from: "100", to: "150", rate: "12" },
          { from: "150", to: null, rate: "16" },
        ],
      },
      atClose: "80",
      onRetention: "20",
      retention: {
        payout: {
          points: [
            { at: "80", pays: "0" },
            { at: "100", pays: "100" },
          ],
          cap: "150",
        },
      },
      clawback: {
        triggers: ["churn", "contraction", "non_payment"],
        window: { count: 12, unit: "months" },
        method: { kind: "pro_rata" },
        exceptions: ["closure", "our_breach"],
      },
    },
  ],
});

/** The same plan with its one component changed. */
export function changedPlan(change: object, version = 1): CompPlan {
  return CompPlan.parse({ ...aePlan, version, components: [{ ...aePlan.components[0], ...change }] });
}

/** A plan of some components, for Customer Success. */
export function planOf(...components: object[]): CompPlan {
  return CompPlan.parse({
    id: "csm-2026",
    version: 1,
    name: "CSM plan",
    team: "customer_success",
    currency: "USD",
    from: "2026-01-01",
    components,
  });
}

/** Ravi Menon's plan: a quota of $1,000,000 a year. */
export function raviOn(plan: CompPlan = aePlan, quota = "100000000"): PlanAssignment {
  return Assigned.parse({
    person: "Ravi Menon",
    plan,
    from: plan.from,
    quotas: Object.fromEntries(plan.components.map(({ id }) => [id, quota])),
  });
}

/** A deal that Ravi Menon closed, by id, account and day, of so many whole dollars a year. */
export function dealOf(dealId: string, dollars: number, signedOn: string, more: object = {}) {
  return {
    dealId,
    account: dealId,
    kind: "new" as const,
    amount: String(dollars * 100),
    currency: "USD",
    signedOn,
    effectiveOn: signedOn,
    closer: { name: "Ravi Menon", role: "ae" as const },
    ref: `crm row ${dealId}`,
    ...more,
  };
}

/** A draft for Ravi Menon. */
export function draftOf(period: string, given: Written = {}): StatementDraft {
  return buildStatement({ person: "Ravi Menon", assignment: raviOn(), ...given, period });
}

/** Statements of some periods, each closed before the next is built. */
export function closeAll(
  periods: readonly string[],
  given: Written | ((period: string) => Written),
): Statement[] {
  const earlier: Statement[] = [];
  for (const period of periods) {
    const inputs = typeof given === "function" ? given(period) : given;
    earlier.push(draftOf(period, { ...inputs, earlier: [...earlier] }).statement);
  }
  return earlier;
}

/** Lines as kind, deal or component, and amount. */
export function shortLines({ lines }: Statement): string[] {
  return lines.map(({ kind, dealId, component, amount }) => `${kind} ${dealId ?? component} ${amount}`);
}
