import type { CommercialRole, EntryOf } from "../facts/index.ts";
import { Currency, day } from "../kernel/index.ts";
import { Quota, SignedRenewal } from "./quota.ts";

/** An expansion in few words: who began it in which role, who closed it, and what it brings a year in minor units. */
export interface PlainExpansion {
  readonly began: string;
  readonly as: CommercialRole;
  readonly closer?: string;
  readonly wonOn?: string;
  readonly amount: string;
}

/** A quota of 2026 in dollars, and what may count towards it. */
export interface QuotaCase {
  readonly person: string;
  readonly quota: string;
  readonly expansions: readonly PlainExpansion[];
  readonly renewals?: readonly { readonly owner: string; readonly on: string; readonly amount: string }[];
}

const currency = Currency.parse("USD");

/** The quota and the entries a plain case stands for. */
export function quotaOf({ person, quota, expansions, renewals = [] }: QuotaCase) {
  return {
    quota: Quota.parse({ person, amount: quota, from: "2026-01-01", to: "2026-12-31", currency }),
    expansions: expansions.map(
      ({ began, as, closer = "Theo Novak", wonOn, amount }): EntryOf<"expansion"> => ({
        of: "expansion",
        type: "seat",
        openedOn: day("2026-01-10"),
        closedOn: wonOn === undefined ? null : day(wonOn),
        outcome: wonOn === undefined ? null : "won",
        source: { name: began, role: as },
        owner: { name: began, role: as },
        closer: wonOn === undefined ? null : { name: closer, role: "ae" },
        amount,
        currency,
        note: null,
      }),
    ),
    renewals: renewals.map(({ owner, on, amount }) =>
      SignedRenewal.parse({ owner, signedOn: on, amount, currency }),
    ),
  };
}
