import {
  csmSentiments,
  entriesOf,
  type FlagConditionKind,
  FlagThresholds,
  flagConditions,
  healthNumber,
} from "@termwise/core/facts";
import { HealthPolicy, rulePolicy } from "@termwise/core/health";
import { AccountId, addDays, Day, daysBetween, EntryId, Failure } from "@termwise/core/kernel";
import { z } from "zod";
import { agreedChoices } from "../definitions/agreed.ts";
import { tryRule } from "../health/rule-trial.ts";
import {
  customerOf,
  journalNow,
  putEntry,
  subjectOf,
  writeEntry,
  writeHouseEntry,
  writing,
} from "../journal/write-entry.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { allowedFor, writerOf } from "./journal.ts";

const said = (most: number) => z.string().trim().min(1).max(most);
const kinds = Object.keys(flagConditions) as [FlagConditionKind, ...FlagConditionKind[]];

/** An override is a word for a while, and no model of its own. */
const longestOverride = 92;

/** What a rule about red flags looks for, with the numbers it has of its own. */
const Rule = z.strictObject({
  conditions: z.array(z.enum(kinds)).min(1).max(kinds.length),
  idleUserDays: healthNumber("idleUserDays").nullable().default(null),
  unansweredEmails: healthNumber("unansweredEmails").nullable().default(null),
  thresholds: FlagThresholds.optional(),
});

/** Refuses a rule that would be no warning: half a condition alone, or an NPS that falls to where it falls from. */
function refuseUnfit(rule: z.infer<typeof Rule>, agreed: HealthPolicy, code: "refused" | "bad_input"): void {
  const [only] = rule.conditions;
  if (rule.conditions.length === 1 && (only === "main_user_idle" || only === "champion_silent"))
    throw new Failure(
      code,
      `${flagConditions[only]} alone is no red flag: it is part of rules that join conditions. Add another condition`,
    );
  const { npsFellFrom, npsFellTo } = rulePolicy({ ...rule, active: true }, agreed);
  if (rule.conditions.includes("nps_fell") && npsFellTo >= npsFellFrom)
    throw new Failure(
      code,
      `An NPS that falls from ${npsFellFrom} to ${npsFellTo} does not fall. Choose lower what it falls to`,
    );
}

/** What people say of the health of accounts, and the rules they write for red flags. */
export const healthWrites = {
  /** Says what the health of an account is, beside what is computed, until a day at most 92 days ahead; the computed score stays as it is. */
  override: procedure
    .input(
      z.strictObject({
        accountId: AccountId,
        score: z.int().min(0).max(100),
        reason: said(1_000),
        expiresOn: Day,
      }),
    )
    .mutation(async ({ ctx, input: { accountId, ...entry } }) => {
      const termwise = await allowedFor(ctx, ctx.who, "health_override");
      const days = daysBetween(termwise.today(), entry.expiresOn);
      if (days < 1 || days > longestOverride)
        throw new Failure(
          "refused",
          `An override holds for 1 to ${longestOverride} days. Choose a day until ${addDays(termwise.today(), longestOverride)}`,
        );
      const entryId = await writeEntry(
        termwise,
        { accountId, entry: { of: "health_override", ...entry } },
        writerOf(ctx.who, ctx.acting),
      );
      return { entryId };
    }),
  /** Says how the CSM judges the relationship, and until which day that counts, at most 92 days ahead. */
  sentiment: procedure
    .input(
      z.strictObject({
        accountId: AccountId,
        value: z.enum(csmSentiments),
        reason: said(1_000),
        validUntil: Day,
      }),
    )
    .mutation(async ({ ctx, input: { accountId, ...entry } }) => {
      const termwise = await allowedFor(ctx, ctx.who, "csm_sentiment");
      const days = daysBetween(termwise.today(), entry.validUntil);
      if (days < 1 || days > longestOverride)
        throw new Failure(
          "refused",
          `A judgement counts for 1 to ${longestOverride} days. Choose a day until ${addDays(termwise.today(), longestOverride)}`,
        );
      const entryId = await writeEntry(
        termwise,
        { accountId, entry: { of: "csm_sentiment", ...entry } },
        writerOf(ctx.who, ctx.acting),
      );
      return { entryId };
    }),
  /** Raises a red flag by hand, with what was seen. */
  raiseFlag: procedure
    .input(z.strictObject({ accountId: AccountId, title: said(200), evidence: said(500) }))
    .mutation(async ({ ctx, input: { accountId, title, evidence } }) => {
      const termwise = await allowedFor(ctx, ctx.who, "red_flag");
      const seen = [{ on: termwise.today(), text: evidence }];
      const entryId = await writeEntry(
        termwise,
        { accountId, entry: { of: "red_flag", rule: null, title, evidence: seen, cleared: null } },
        writerOf(ctx.who, ctx.acting),
      );
      return { entryId };
    }),
  /** Clears a red flag with the reason. 409 when it was cleared before. */
  clearFlag: procedure
    .input(z.strictObject({ accountId: AccountId, entryId: EntryId, reason: said(1_000) }))
    .mutation(async ({ ctx, input: { accountId, entryId, reason } }) => {
      const termwise = await allowedFor(ctx, ctx.who, "red_flag");
      const { record } = await customerOf(termwise, accountId);
      if (!entriesOf(record.journal, "red_flag").some((flag) => flag.entryId === entryId))
        throw new Failure("not_found", "There is no such red flag");
      const subject = await subjectOf(termwise, accountId);
      await writing(termwise, async (tx) => {
        const flag = entriesOf(await journalNow(tx, subject), "red_flag").find(
          (one) => one.entryId === entryId,
        );
        if (!flag || flag.entry.cleared !== null)
          throw new Failure("conflict", "Somebody has cleared this red flag already");
        const cleared = { on: termwise.today(), reason };
        await putEntry(
          tx,
          subject,
          { entryId, at: flag.at, entry: { ...flag.entry, cleared } },
          writerOf(ctx.who, ctx.acting),
        );
      });
      return null;
    }),
  /** Writes a rule that opens a red flag where all its conditions hold; with `entryId` it is a later version of that rule. */
  saveRule: procedure
    .input(
      z.strictObject({
        entryId: EntryId.optional(),
        name: said(100),
        ...Rule.shape,
        active: z.boolean().default(true),
      }),
    )
    .mutation(async ({ ctx, input: { entryId, ...rule } }) => {
      const termwise = await allowedFor(ctx, ctx.who, "red_flag_rule");
      refuseUnfit(rule, agreedChoices(HealthPolicy, await termwise.books(), termwise.today()), "refused");
      const made = await writeHouseEntry(
        termwise,
        { entry: { of: "red_flag_rule", ...rule }, entryId },
        writerOf(ctx.who, ctx.acting),
      );
      return { entryId: made };
    }),
  /** Where a rule would open a flag today, were it in force, with what was seen; nothing is put on record. */
  tryRule: procedure.input(Rule).query(async ({ ctx: { termwise }, input: rule }) => {
    refuseUnfit(rule, agreedChoices(HealthPolicy, await termwise.books(), termwise.today()), "bad_input");
    return wire(await tryRule(termwise, { id: "tried", name: "Tried", ...rule, active: true, own: true }));
  }),
};
