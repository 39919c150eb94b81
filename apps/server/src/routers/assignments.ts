import { type AttributeFact, commercialRoles, noFacts } from "@termwise/core/facts";
import { AccountId, Day, Failure } from "@termwise/core/kernel";
import { assignmentAttributes } from "@termwise/core/people";
import { appendAudit } from "@termwise/db";
import { z } from "zod";
import { customerOf } from "../journal/write-entry.ts";
import { recordFacts } from "../pipeline.ts";
import { procedure, router } from "../trpc.ts";

/** What names a role rather than a person: which of CSM, AM and AE renews the account, and which grows it. */
const byRole = ["renewal_owner", "expansion_owner"] as const;

/** Who of us holds an account, day by day. */
export const assignmentsRouter = router({
  /**
   * From a day on (default: today), somebody of us has a part in an account, by name, or a role (`csm`, `am`, `ae`) owns
   * its renewal or expansion; null: nobody. What was before stays, so that who held the account on any day can be told.
   */
  set: procedure
    .input(
      z.strictObject({
        accountId: AccountId,
        attribute: z.enum([...assignmentAttributes, ...byRole]),
        value: z
          .string()
          .trim()
          .min(1)
          .max(200)
          .regex(/^[^\p{Cs}\0]*$/u, "holds characters that cannot be seen; type it anew")
          .nullable(),
        from: Day.optional(),
      }),
    )
    .mutation(async ({ ctx: { termwise, acting }, input }) => {
      const { attribute, value } = input;
      if (value !== null && among(byRole, attribute) && !among(commercialRoles, value))
        throw new Failure("bad_input", `${attribute} is one of ${commercialRoles.join(", ")}, not ${value}`);
      const { record } = await customerOf(termwise, input.accountId);
      const from = input.from ?? termwise.today();
      const fact: AttributeFact = {
        kind: "attribute",
        accountId: record.accountId,
        attribute,
        value,
        effectiveOn: from,
        recordedAt: acting.at,
        source: {
          system: "termwise",
          key: `${record.accountId} ${attribute} ${from}`,
          file: null,
          line: null,
        },
      };
      await recordFacts(termwise.db, termwise.workspaceId, { ...noFacts, attributes: [fact] }, (tx) =>
        appendAudit(tx, termwise.workspaceId, {
          ...acting,
          action: "owner_assigned",
          subject: { kind: "account", id: record.accountId },
          details: { attribute, from },
        }),
      );
      return null;
    }),
});

const among = (list: readonly string[], word: string): boolean => list.includes(word);
