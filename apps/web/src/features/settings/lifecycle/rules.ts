import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";

/** The rules in force today. */
export type Rules = Outputs["rules"]["inForce"];
/** A rule as it is put on record. */
export type RuleEntry = Inputs["journal"]["setRule"]["entry"];
/** A version of a rule, with who wrote it and when. */
export type RuleVersion = Outputs["journal"]["rules"]["entries"][number];

/** The rules in force today. */
export function useRules() {
  return useQuery(trpc.rules.inForce.queryOptions({} as Inputs["rules"]["inForce"]));
}

/** The kinds of rules that stand on this page. */
const kinds = ["criteria_set", "adoption_rule", "lifecycle_policy", "coverage_rules", "icp_rules"];

/** Every version of every rule. */
export function useRuleVersions() {
  return useQuery(trpc.journal.rules.queryOptions({ kinds } as Inputs["journal"]["rules"]));
}

/** Puts a new version of a rule on record, from a day on; whatever follows from rules is read anew. */
export function useSetRule() {
  const client = useQueryClient();
  const set = useMutation(trpc.journal.setRule.mutationOptions());
  return async (entry: RuleEntry, on: string) => {
    await set.mutateAsync({ entry, on } as Inputs["journal"]["setRule"]);
    await client.invalidateQueries();
  };
}

/** The four criteria of an onboarding, as screens write them. */
export const criterionNames = {
  technical_completion: "Technical completion",
  adoption_trigger: "Adoption trigger",
  success_milestone: "Success milestone",
  sponsor_confirmation: "Sponsor confirmation",
} as const;
/** One criterion. */
export type Criterion = keyof typeof criterionNames;

/** How often a core feature has to be used. */
export const cadenceNames = { daily: "Daily", weekly: "Weekly", monthly: "Monthly" } as const;
/** One cadence. */
export type Cadence = keyof typeof cadenceNames;

/** What a segment is called; no segment stands for every one without a rule of its own. */
export function segmentName(segment: string | null): string {
  return segment ?? "All others";
}

/** What each number means, and its unit. */
export const parameterNames: Readonly<Record<string, { label: string; unit: string }>> = {
  seatShare: { label: "Seats in use to count as Adopted, where no adoption rule says", unit: "%" },
  idleDays: { label: "Core module idle, where no adoption rule says", unit: "days" },
  dailyActiveDays: { label: "Active days of seven that count as daily use", unit: "days" },
  weeklyDays: { label: "A weekly use may lie back", unit: "days" },
  monthlyDays: { label: "A monthly use may lie back", unit: "days" },
  readingsStaleDays: { label: "Usage counts as unknown without readings for", unit: "days" },
  renewalOpensDays: { label: "Renewal window opens before the term ends", unit: "days" },
  renewalLatestDays: { label: "Latest start of a renewal before the term ends", unit: "days" },
  renewalLatestMonths: { label: "Or, if that is earlier, before the term ends", unit: "months" },
  renewalPreparedMonths: { label: "Preparations lie before the last", unit: "months" },
  slaWonDays: { label: "Expected at most in Won", unit: "days" },
  slaOnboardedDays: { label: "Expected at most in Onboarded", unit: "days" },
  slaAdoptedDays: { label: "Expected at most in Adopted", unit: "days" },
  slaExpansionDays: { label: "Expected at most in Expansion", unit: "days" },
  slaRenewalDays: { label: "Expected at most in Renewal", unit: "days" },
  handoffPacketHours: { label: "Handoff packet due after the close", unit: "hours" },
  handoffOwnershipDays: { label: "Account moved to its CSM after the close", unit: "days" },
  handoffOpenDays: { label: "A handoff is open work for at most", unit: "days" },
  handoffWeightUseCase: { label: "Weight of the use case in the scorecard", unit: "" },
  handoffWeightPeople: { label: "Weight of the people in the scorecard", unit: "" },
  handoffWeightPromises: { label: "Weight of the promises in the scorecard", unit: "" },
  handoffWeightTechnical: { label: "Weight of the technical requirements in the scorecard", unit: "" },
  handoffWeightTimeline: { label: "Weight of the timeline in the scorecard", unit: "" },
  handoffWeightDealContext: { label: "Weight of the deal context in the scorecard", unit: "" },
};
