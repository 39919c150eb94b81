import { z } from "zod";
import { flagChoices, flagsOf } from "../health/flag-list.ts";
import { queueOf, riskPlaces } from "../health/queue.ts";
import { settledFor } from "../health/settle.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { writerOf } from "./journal.ts";
import { Filters } from "./scope.ts";

/** A page of what the filters leave. */
const Page = z.strictObject({
  filters: Filters.optional(),
  page: z.int().min(1).default(1),
  pageSize: z.int().min(1).max(200).default(50),
});

/** Who is at risk, who may still be kept, and single events that warn. */
export const riskProcedures = {
  /**
   * The accounts at risk today in the order of their rank, each with its factors (ARR × chance of loss × urgency), the
   * scores that made it so, what keeps its score low, the clock to the first step, plays, who has it and who has seen it;
   * ARR at risk as a figure; the `flow` of thirteen weeks into the queue and out of it; where nobody is at risk, who is
   * closest. `rows` are a page of those of a `place`, `places` and all else are over all that the filters leave.
   */
  queue: procedure
    .input(Page.extend({ place: z.enum(riskPlaces).optional() }).prefault({}))
    .query(async ({ ctx, input }) => {
      await settledFor(ctx);
      return wire(await queueOf(ctx.termwise, writerOf(ctx.who, ctx.acting).by, input));
    }),
  /**
   * Red flags of the accounts of whoever asks, each with how grave it is, how it is handled and the play that answers it:
   * a page of those that are open (what is silenced is not), silenced, accepted, or all of the last year.
   */
  flags: procedure
    .input(Page.extend({ state: z.enum(flagChoices).default("open") }).prefault({}))
    .query(async ({ ctx, input }) => {
      await settledFor(ctx);
      return wire(await flagsOf(ctx.termwise, input));
    }),
};
