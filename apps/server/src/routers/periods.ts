import { type ClosedPeriod, restatementCauses } from "@termwise/core/closing";
import { dimensions } from "@termwise/core/facts";
import { Failure, monthOf, type Period, parsePeriod, quarterOf, shiftMonth } from "@termwise/core/kernel";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { closingChecks, nextPeriods } from "../periods/checklist.ts";
import { closePeriod, reopenPeriod } from "../periods/close-period.ts";
import { closeIn, closesIn } from "../periods/closes.ts";
import { windowRow } from "../periods/list-rows.ts";
import { restated } from "../periods/restate.ts";
import { restatedRows, restatementView } from "../periods/restatement-view.ts";
import { hashOf } from "../periods/stored-hash.ts";
import { linesOf, type PlacedView, viewsOf } from "../periods/stored-views.ts";
import type { Termwise } from "../termwise.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { stepNames } from "./bridge-view.ts";
import { writerOf } from "./journal.ts";

const number = z.int().min(1).max(1_000_000);
const PeriodText = z.string().trim().min(1).max(40);

/** One view of a close: which of its windows, and the whole book or one value of a dimension (`""`: no value). */
const ViewInput = z.strictObject({
  number,
  window: z.enum(["period", "trailing"]).default("period"),
  by: z.enum(dimensions).optional(),
  value: z.string().max(200).optional(),
});
type ViewInput = z.infer<typeof ViewInput>;

/** Who acts where nobody is named. */
const commandLine = "Command line";

/** Closed periods: what was reported, what is told now, and why the two differ. */
export const periodsRouter = router({
  /**
   * Every close by its number, the latest first: the period, who closed it and when, its hash, how it was reopened, and for
   * each of its windows NRR, GRR and logo retention as reported and as told now by today's definitions, with the change in
   * percentage points. `next` are the periods that can be closed now.
   */
  list: procedure.query(async ({ ctx: { termwise } }) => {
    const books = await termwise.books();
    const closes = closesIn(books.known.now);
    const nameOf = await termwise.read(authorsOf);
    const views = closes.length === 0 ? [] : await viewsOf(termwise, closes);
    const rows = [];
    for (const close of closes.toReversed()) {
      const own = views.filter((view) => view.number === close.number && view.view.slice.dimension === null);
      const windows = [];
      for (const view of own) windows.push(await windowRow(termwise, close, view));
      rows.push({ ...headOf(close, nameOf), windows });
    }
    const { fiscalYearStart } = await termwise.workspace();
    const [today, calendar] = [termwise.today(), { fiscalYearStart }];
    return {
      closes: rows,
      next: nextPeriods(closes, { today, lastQuarter: quarterBefore(today, calendar), fiscalYearStart }).map(
        ({ text, from, to }) => ({ text, from, to }),
      ),
      dimensions: [...dimensions],
    };
  }),
  /**
   * One close: all it says of itself, which windows and slices it froze, and one view of them with its figures and
   * bridges, byte for byte as they were reported. With `lines`, the frozen line of every account too.
   */
  one: procedure
    .input(ViewInput.extend({ lines: z.boolean().default(false) }))
    .query(async ({ ctx: { termwise }, input: { lines, ...asked } }) => {
      const close = closeIn((await termwise.books()).known.now, asked.number);
      const nameOf = await termwise.read(authorsOf);
      const views = await viewsOf(termwise, [close]);
      const found = viewIn(views, close, asked);
      const { entry } = close;
      return {
        ...headOf(close, nameOf),
        policy: entry.policy,
        policyText: entry.policyText,
        terms: entry.terms,
        freshAt: entry.freshAt,
        previous: entry.previous,
        windows: windowsOf(views).map((window) => window.text),
        slices: views
          .filter(({ view }) => view.window.from === found.view.window.from)
          .map(({ view }) => view.slice),
        stepNames,
        view: found.view,
        ...(lines && { lines: await linesOf(termwise, found) }),
      };
    }),
  /**
   * Why what was reported differs from what is told now, by today's definitions: each ratio (effects in percentage points,
   * and as exact fractions) and each step of both bridges (minor units), cause by cause; `rows` are the accounts behind the
   * causes, or behind `cause` alone, with the facts that did it, one page of them. Causes add up to the difference and
   * accounts to each cause, exactly. `reason` says why, when what is known now cannot be told.
   */
  restatement: procedure
    .input(
      ViewInput.extend({
        cause: z.enum(restatementCauses).optional(),
        page: z.int().min(1).max(100_000).default(1),
        pageSize: z.int().min(1).max(500).default(25),
      }),
    )
    .query(async ({ ctx: { termwise }, input: { cause, page, pageSize, ...asked } }) => {
      const close = closeIn((await termwise.books()).known.now, asked.number);
      const found = viewIn(await viewsOf(termwise, [close]), close, asked);
      const made = await restated(termwise, close, found);
      const rows = restatedRows(made).filter((row) => cause === undefined || row.cause === cause);
      return wire({
        number: close.number,
        window: found.view.window,
        slice: found.view.slice,
        currency: close.entry.currency,
        ...restatementView(close, made),
        rates: made.changes.get("currency") ?? [],
        count: rows.length,
        page,
        pageSize,
        rows: rows.slice((page - 1) * pageSize, page * pageSize),
      });
    }),
  /** Hashes what a close froze anew, from what is stored, and holds it against the hash on record and the close after it. */
  verify: procedure.input(z.strictObject({ number })).query(async ({ ctx: { termwise }, input }) => {
    const { now } = (await termwise.books()).known;
    const close = closeIn(now, input.number);
    const found = await hashOf(termwise, close);
    const before = closesIn(now).findLast((other) => other.number < close.number);
    const follows = close.entry.previous === (before?.entry.hash ?? null);
    return {
      number: close.number,
      hash: close.entry.hash,
      found,
      follows,
      holds: found === close.entry.hash && follows,
    };
  }),
  /** What to look at before a period is closed: the order of closes, rates, the bridge, its opening, rows imports left out. */
  check: procedure
    .input(z.strictObject({ period: PeriodText }))
    .query(async ({ ctx: { termwise }, input }) => {
      const period = await periodOf(termwise, input.period);
      const checks = await closingChecks(termwise, period);
      const { text, from, to } = period;
      return {
        period: { text, from, to },
        checks,
        closable: checks.every(({ state }) => state !== "refused"),
      };
    }),
  /**
   * Closes a period that is over and comes next: freezes its figures and those of the twelve months to its end, of the
   * whole book and of each value of `dimensions`, with everything recorded up to this moment. Refused (412) out of order,
   * for a period that is open, closed already or shares days with a closed one; 422 while a rate is missing.
   */
  close: procedure
    .input(
      z.strictObject({
        period: PeriodText,
        dimensions: z
          .array(z.enum(dimensions))
          .max(3)
          .default(["segment"])
          .refine((of) => new Set(of).size === of.length, "names a dimension twice"),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      const period = await periodOf(termwise, input.period);
      const closed = await closePeriod(
        termwise,
        { period, dimensions: input.dimensions },
        writerOf(who, acting),
      );
      return { number: closed.number, hash: closed.entry.hash, recorded: closed.entry.recorded };
    }),
  /** Reopens the latest close with a reason, under the next number. What it froze stays; the period may be closed again. */
  reopen: procedure
    .input(
      z.strictObject({
        number,
        reason: z.string().trim().min(1, "is empty. Say why it is reopened").max(1_000),
      }),
    )
    .mutation(({ ctx: { termwise, who, acting }, input }) =>
      reopenPeriod(termwise, input, writerOf(who, acting)),
    ),
});

async function periodOf(termwise: Termwise, text: string): Promise<Period> {
  const { fiscalYearStart } = await termwise.workspace();
  return parsePeriod(text, { fiscalYearStart });
}

/** The last quarter that is over on a day. */
function quarterBefore(today: Parameters<typeof monthOf>[0], calendar: { fiscalYearStart: number }): string {
  const own = quarterOf(monthOf(today), calendar);
  const { from } = parsePeriod(own, calendar);
  return quarterOf(shiftMonth(monthOf(from), -1), calendar);
}

function headOf(
  { number: of, entry, by, reopened }: ClosedPeriod,
  nameOf: (by: string | null) => string | null,
) {
  return {
    number: of,
    period: entry.period,
    from: entry.from,
    to: entry.to,
    currency: entry.currency,
    dimensions: entry.dimensions,
    accounts: entry.accounts,
    recorded: entry.recorded,
    closedAt: entry.closedAt,
    closedBy: nameOf(by) ?? commandLine,
    hash: entry.hash,
    reopened: reopened && {
      number: reopened.number,
      reason: reopened.reason,
      at: reopened.at,
      by: nameOf(reopened.by) ?? commandLine,
    },
  };
}

/** The windows among views, in their order: that of the period first. */
function windowsOf(views: readonly PlacedView[]) {
  return views.filter(({ view }) => view.slice.dimension === null).map(({ view }) => view.window);
}

function viewIn(views: readonly PlacedView[], close: ClosedPeriod, asked: ViewInput): PlacedView {
  const windows = windowsOf(views);
  const window = asked.window === "period" ? windows[0] : windows[1];
  if (!window)
    throw new Failure(
      "not_found",
      `Not frozen: ${close.entry.period} is twelve months itself. Ask for the period`,
    );
  const found = views.find(
    ({ view }) =>
      view.window.from === window.from &&
      view.slice.dimension === (asked.by ?? null) &&
      view.slice.value === (asked.by === undefined ? "" : (asked.value ?? "")),
  );
  if (found) return found;
  throw new Failure(
    "not_found",
    `Not frozen: No. ${close.number} has no ${asked.by} "${asked.value ?? ""}". Ask restated, or as of ${close.entry.recorded.slice(0, 10)}`,
  );
}
