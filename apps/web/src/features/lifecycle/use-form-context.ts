import { useQuery } from "@tanstack/react-query";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import type { FormContext, Holder } from "./entry-form-parts.ts";
import { type Standing, useConfirmers } from "./lifecycle.ts";
import { criteria } from "./onboarding-forms.ts";

type Sets = Outputs["rules"]["inForce"]["criteria"];

/** What the forms know of an account as it stands. */
export function useFormContext(accountId: string, name: string, standing: Standing | undefined): FormContext {
  const { today } = useWorkspace();
  const confirmers = useConfirmers(accountId);
  const sets = useQuery(trpc.rules.inForce.queryOptions({} as Inputs["rules"]["inForce"])).data?.criteria;
  return {
    today,
    accountName: name,
    termEndsOn: standing?.renewal?.termEndsOn ?? null,
    leftOn: standing?.losses.at(-1)?.on ?? null,
    earned: standing?.earned ?? null,
    holders: holdersOf(standing?.holders),
    csManager: standing?.holders.cs_manager ?? null,
    confirmers,
    expansions: standing?.expansions ?? [],
    criteria: agreedOr(standing, sets ?? []),
  };
}

function holdersOf(held: Standing["holders"] | undefined): Holder[] {
  return (["csm", "am", "ae"] as const).flatMap((role) => {
    const name = held?.[role] ?? null;
    return name === null ? [] : [{ role, name }];
  });
}

/** What is agreed for each criterion; what is not, as the segment's set has it, or the set of all segments. */
export function agreedOr(
  standing: Pick<Standing, "criteria" | "segment"> | undefined,
  sets: Sets,
): FormContext["criteria"] {
  const set =
    sets.find(({ entry }) => entry.segment !== null && entry.segment === standing?.segment) ??
    sets.find(({ entry }) => entry.segment === null);
  return Object.fromEntries(
    criteria.flatMap((criterion): [string, { text: string; from: string | null }][] => {
      const agreed = standing?.criteria.findLast((one) => one.criterion === criterion && one.counts);
      if (agreed) return [[criterion, { text: agreed.text, from: null }]];
      return set ? [[criterion, { text: set.entry.criteria[criterion], from: set.entryId }]] : [];
    }),
  );
}
