import { useQuery } from "@tanstack/react-query";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";

/** Where an account stands, and what that rests on. */
export type Standing = Outputs["lifecycle"]["account"];
/** The renewal of its present term. */
export type Renewal = NonNullable<Standing["renewal"]>;

/** Where an account stands today. */
export function useStanding(accountId: string) {
  return useQuery(trpc.lifecycle.account.queryOptions({ accountId } as Inputs["lifecycle"]["account"]));
}

/** How the account is looked after today. */
export function useCoverage(accountId: string) {
  return useQuery(trpc.coverage.ofAccount.queryOptions({ accountId } as Inputs["coverage"]["ofAccount"]));
}

/** How many clauses of the next gate are met or waived, and how many there are; null: no gate is left. */
export function gateProgress({ gates, earned }: Standing): { gate: string; met: number; of: number } | null {
  const next = earned === null ? "won" : earned === "won" ? "onboarded" : "adopted";
  const gate = gates.find((one) => one.gate === next);
  if (!gate || (earned === "adopted" && gate.passed)) return null;
  const met = gate.clauses.filter(({ state }) => state === "met" || state === "waived").length;
  return { gate: next, met, of: gate.clauses.length };
}
