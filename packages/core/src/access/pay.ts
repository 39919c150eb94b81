import { z } from "zod";
import { Day, MemberId } from "../kernel/index.ts";
import { chainOf } from "./reporting.ts";

/** A grant to read the pay of one member, or of all, until a day; with the reason it was given for. */
export const PayGrant = z.strictObject({
  memberId: MemberId,
  subject: z.union([MemberId, z.literal("all")]),
  reason: z.string().trim().min(3).max(500),
  from: Day,
  until: Day,
});
/** A grant to read pay. */
export type PayGrant = z.infer<typeof PayGrant>;

/** Why somebody may read a member's pay: it is their own, they lead them, or it was granted. */
export type PayReason = "own" | "manager" | "grant";

/** What is asked: whether `reader` may read the pay of `subject` on a day. */
export interface PayQuestion {
  readonly reader: MemberId;
  readonly subject: MemberId;
  readonly managers: ReadonlyMap<MemberId, MemberId>;
  readonly grants: readonly PayGrant[];
  readonly on: Day;
}

/**
 * Why `reader` may read the pay of `subject`, null when they may not. No role is asked: a workspace admin or
 * compensation admin reads pay by a grant like anybody else.
 */
export function mayReadPay({ reader, subject, managers, grants, on }: PayQuestion): PayReason | null {
  if (reader === subject) return "own";
  if (chainOf(subject, managers).includes(reader)) return "manager";
  const granted = grants.some(
    (grant) =>
      grant.memberId === reader &&
      (grant.subject === "all" || grant.subject === subject) &&
      grant.from <= on &&
      on <= grant.until,
  );
  return granted ? "grant" : null;
}

/** A total over fewer people than this tells too much about each of them. */
export const smallestPayGroup = 5;

/**
 * Whether totals of pay over these groups, all that is shown together, may be shown to somebody who may read the pay of
 * `readable` alone. What they can read they can subtract, so only the others count. The groups part those into cells:
 * people who are in the same groups. Whatever sums and differences are taken of the totals, they are over whole cells;
 * so nothing is told of fewer than {@link smallestPayGroup} people when no cell is smaller.
 */
export function mayShowPayTotals(
  groups: readonly ReadonlySet<MemberId>[],
  readable: ReadonlySet<MemberId> = new Set(),
): boolean {
  const cells = new Map<string, number>();
  for (const member of new Set(groups.flatMap((group) => [...group]))) {
    if (readable.has(member)) continue;
    const cell = groups.map((group) => (group.has(member) ? "1" : "0")).join("");
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return [...cells.values()].every((size) => size >= smallestPayGroup);
}
