import type { Values } from "./entry-form-parts.ts";
import type { FormKey } from "./entry-forms.ts";
import type { Clause, Standing } from "./lifecycle.ts";
import { criteria } from "./onboarding-forms.ts";

/** A way to mend a clause: the form it opens, and what is filled in already. */
export interface Remedy {
  readonly key: FormKey;
  readonly label: string;
  readonly start: Values;
}

/** Where a clause is to be mended: what stands of the account, the forms there are, whether waivers are spoken of. */
export interface Where {
  readonly standing: Pick<Standing, "criteria" | "kickoffAt"> | undefined;
  readonly asksWaiver: boolean;
  readonly has: (key: FormKey) => boolean;
}

const ofDeal = ["closed_won", "contract_signed"];

/**
 * The ways to mend a clause that does not hold: before the kickoff what was never agreed is agreed, what is agreed gets
 * its evidence, and a criterion may be waived, or a waiver asked for by who may not. What only usage can show has none.
 */
export function remediesOf(
  { id, state }: Pick<Clause, "id" | "state">,
  { standing, asksWaiver, has }: Where,
  mayUse: (key: FormKey) => boolean,
): Remedy[] {
  if (state === "met" || state === "waived") return [];
  const ways: Remedy[] = [];
  const offer = (key: FormKey, label: string, start: Values): boolean => {
    const can = has(key) && mayUse(key);
    if (can) ways.push({ key, label, start });
    return can;
  };
  if (ofDeal.includes(id)) offer("deal_closed", "Record the deal", {});
  const criterion = criteria.find((one) => one === id);
  if (criterion === undefined) return ways;
  const agreed = standing?.criteria.some((one) => one.criterion === criterion && one.counts) ?? false;
  if (agreed && criterion === "sponsor_confirmation") offer("confirmation", "Record confirmation", {});
  else if (agreed) offer("evidence", "Attach evidence", { criterion });
  else if (standing?.kickoffAt === null) offer("criteria", "Agree it", {});
  if (asksWaiver && !offer("waiver", "Waive", { criterion }))
    offer("ask_waiver", "Ask for a waiver", { criterion });
  return ways;
}
