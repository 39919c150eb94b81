import { z } from "zod";
import { commercialRoles } from "../facts/index.ts";
import { Currency, compare, Day, Failure, plus, rational, zero } from "../kernel/index.ts";
import { clawbackExceptions, clawbackTriggers, creditGates, dealKinds } from "./plan.ts";
import { Minor, Named, ofPercent, Percent, percentWords, Reason } from "./written.ts";

const somebody = z
  .strictObject({ name: Named, role: z.enum(commercialRoles) })
  .nullable()
  .default(null);
const sourceRef = z.string().min(1).max(300);

/**
 * A deal as compensation sees it: frozen from the ledger and the record of the account. `amount` is its ARR in whole minor
 * units. Who began it (`source`), who owned the account and who closed it are three fields. `split` says who shares it;
 * without one the credit rule does. `takenOver` is the last change of whose account it is. `ref` names the row or object
 * it came from, `movement` the movement of the ledger.
 */
export const Deal = z.strictObject({
  dealId: z.string().min(1).max(100),
  account: Named,
  kind: z.enum(dealKinds),
  amount: Minor,
  currency: Currency,
  signedOn: Day.nullable().default(null),
  effectiveOn: Day.nullable().default(null),
  invoicedOn: Day.nullable().default(null),
  paidOn: Day.nullable().default(null),
  source: somebody,
  owner: somebody,
  closer: somebody,
  split: z.array(z.strictObject({ person: Named, percent: Percent })).default([]),
  takenOver: z.strictObject({ from: Named, on: Day }).nullable().default(null),
  gates: z.array(z.strictObject({ gate: z.enum(creditGates), passedOn: Day.nullable() })).default([]),
  /** For how many months it was signed. */
  termMonths: z.int().min(1).max(240).nullable().default(null),
  withdrawn: z.boolean().default(false),
  ref: sourceRef,
  movement: z.string().max(200).nullable().default(null),
});
/** A deal as compensation sees it. */
export type Deal = z.infer<typeof Deal>;

/**
 * Something that may take commission back: a customer lost, ARR lost, or an invoice not paid. Without a deal it concerns
 * every deal of the account that is inside its window. It is put on record for itself: no edit of a deal makes one.
 */
export const Loss = z.strictObject({
  lossId: z.string().min(1).max(100),
  trigger: z.enum(clawbackTriggers),
  account: Named,
  dealId: z.string().min(1).max(100).nullable().default(null),
  on: Day,
  /** ARR lost, of a contraction. */
  lost: Minor.nullable().default(null),
  exception: z.enum(clawbackExceptions).nullable().default(null),
  withdrawn: z.boolean().default(false),
  ref: sourceRef,
});
/** Something that may take commission back. */
export type Loss = z.infer<typeof Loss>;

/** A deal or an account left out of what is credited, by a named approver and with a reason. */
export const Exclusion = z
  .strictObject({
    dealId: z.string().min(1).max(100).nullable().default(null),
    account: Named.nullable().default(null),
    approver: Named,
    reason: Reason,
  })
  .refine(({ dealId, account }) => dealId !== null || account !== null, {
    path: ["dealId"],
    message: "names neither a deal nor an account",
  });
/** A deal or an account left out. */
export type Exclusion = z.infer<typeof Exclusion>;

/** The exclusion that leaves out a deal or an account, null where none does. */
export function exclusionOf(
  { dealId, account }: { readonly dealId?: string; readonly account: string },
  exclusions: readonly Exclusion[],
): Exclusion | null {
  return (
    exclusions.find((one) =>
      one.dealId === null ? one.account === account : one.dealId === (dealId ?? null),
    ) ?? null
  );
}

/** Throws `bad_input` unless the declared split of a deal adds up to 100 %: over it, or less, the parts are not the deal. */
export function refuseSplit({ dealId, account, split }: Pick<Deal, "dealId" | "account" | "split">): void {
  if (split.length === 0) return;
  const total = split.reduce((sum, { percent }) => plus(sum, ofPercent(percent)), zero);
  const names = split.map(({ person }) => person);
  const clause = `Split of ${account}, deal ${dealId}`;
  if (new Set(names).size !== names.length)
    throw new Failure("bad_input", `${clause}: names somebody twice.`, { clause });
  const beside = compare(total, rational(1n));
  if (beside !== 0)
    throw new Failure(
      "bad_input",
      `${clause}: adds up to ${percentWords(total)}, ${beside > 0 ? "over" : "less than"} 100 %.`,
      { clause },
    );
}
