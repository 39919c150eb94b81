import { Achievement, Exclusion, Loss, refuseSplit } from "@termwise/core/compensation";
import { Day } from "@termwise/core/kernel";
import { z } from "zod";
import { accountNames } from "../compensation/account-names.ts";
import type { PaySources } from "../compensation/assemble.ts";
import { currentDeals, openLosses } from "../compensation/deal-list.ts";
import { refuseOwn, refuseOwnDeals } from "../compensation/own-person.ts";
import { wholeBooks, writingPay } from "../compensation/pay-context.ts";
import { dealSteps, Person, Reason } from "../compensation/pay-records.ts";
import { loadPay } from "../compensation/pay-state.ts";
import { type PayWriting, putPay } from "../compensation/pay-writing.ts";
import { allContents } from "../compensation/statement-content.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";

const DealId = z.string().trim().min(1).max(100);
const Share = z.strictObject({ person: Person, percent: z.string().regex(/^\d{1,3}(\.\d{1,6})?$/) });

/** What statements are made from beside the ledger: splits, days, exclusions, losses and objectives. */
export const inputProcedures = {
  /** The deals the ledger tells of that were signed in a span of days, who is credited with each, and what is on record of it. */
  deals: procedure
    .input(z.strictObject({ from: Day, to: Day }))
    .query(async ({ ctx, input: { from, to } }) => {
      const { whole, ...moment } = await wholeBooks(ctx);
      const state = await whole.read(loadPay);
      const { nameOf } = accountNames(moment.books);
      return currentDeals({ ...moment, state })
        .filter(({ signedOn }) => signedOn !== null && from <= signedOn && signedOn <= to)
        .map((deal) => ({ ...deal, accountId: deal.account, account: nameOf(deal.account) }));
    }),
  /** Losses the ledger tells of, of accounts with a paid deal, that are not on record for pay: nothing is taken back until they are. */
  losses: procedure.query(async ({ ctx }) => {
    const { whole, ...moment } = await wholeBooks(ctx);
    const state = await whole.read(loadPay);
    const { nameOf } = accountNames(moment.books);
    return wire(openLosses({ ...moment, state }).map((one) => ({ ...one, account: nameOf(one.accountId) })));
  }),
  /** Says who shares a deal, with the reason; an empty split gives it back to the credit rule. 400 where it is not 100 %, 403 for a share of one's own, as for what follows about deals of one's own. */
  setSplit: procedure
    .input(z.strictObject({ dealId: DealId, split: z.array(Share).max(20), reason: Reason }))
    .mutation(async ({ ctx, input }) => {
      refuseSplit({ dealId: input.dealId, account: "the deal", split: input.split });
      for (const { person } of input.split) refuseOwn(ctx.who, person);
      const work = (writing: PayWriting, sources: PaySources) => {
        refuseOwnDeals(ctx.who, sources, input);
        return putPay(writing, "split", { subject: input.dealId, body: input });
      };
      await writingPay(ctx, toldOf("split", input.dealId), work, allContents);
      return null;
    }),
  /** Says on which day something a credit waits for happened to a deal, or that it did not. */
  setDealDay: procedure
    .input(z.strictObject({ dealId: DealId, what: z.enum(dealSteps), on: Day.nullable() }))
    .mutation(async ({ ctx, input }) => {
      const work = (writing: PayWriting, sources: PaySources) => {
        refuseOwnDeals(ctx.who, sources, input);
        return putPay(writing, "gate", { subject: input.dealId, body: input });
      };
      await writingPay(ctx, toldOf(input.what, input.dealId), work, allContents);
      return null;
    }),
  /** Leaves a deal or an account out of what is credited, of one person or of everybody, with approver and reason; or takes that back. */
  exclude: procedure
    .input(
      z.strictObject({
        exclusion: Exclusion,
        person: Person.nullable().default(null),
        withdrawn: z.boolean().default(false),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const subject = input.exclusion.dealId ?? input.exclusion.account ?? "";
      if (input.person !== null) refuseOwn(ctx.who, input.person);
      const work = (writing: PayWriting, sources: PaySources) => {
        if (input.person === null) refuseOwnDeals(ctx.who, sources, input.exclusion);
        return putPay(writing, "exclusion", { subject, person: input.person, body: input });
      };
      await writingPay(ctx, toldOf("exclusion", subject), work, allContents);
      return null;
    }),
  /** Puts on record a loss that may take commission back, or, by its id, what is now known of it. */
  recordLoss: procedure.input(z.strictObject({ loss: Loss })).mutation(async ({ ctx, input: { loss } }) => {
    const work = (writing: PayWriting, sources: PaySources) => {
      refuseOwnDeals(ctx.who, sources, loss);
      return putPay(writing, "loss", { subject: loss.lossId, body: { loss } });
    };
    await writingPay(ctx, toldOf("loss", loss.lossId), work, allContents);
    return null;
  }),
  /** Says what somebody achieved of an objective in a period. */
  setAchievement: procedure
    .input(z.strictObject({ person: Person, period: z.string().max(20), achievement: Achievement }))
    .mutation(async ({ ctx, input }) => {
      refuseOwn(ctx.who, input.person);
      await writingPay(ctx, toldOf("achievement", input.achievement.objective), (writing) =>
        putPay(writing, "achievement", { subject: input.period, person: input.person, body: input }),
      );
      return null;
    }),
};

const toldOf = (what: string, id: string) =>
  ({ action: "pay_recorded", subject: { kind: "pay_input", id }, details: { what } }) as const;
