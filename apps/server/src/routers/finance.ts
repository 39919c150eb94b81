import { type EntryOf, entriesOf, type JournalOf } from "@termwise/core/facts";
import {
  attachmentRate,
  type FinancePeriod,
  financeFigures,
  readTypedPeriod,
  type TypedPeriod,
  typedColumns,
} from "@termwise/core/finance";
import { definitionOn, financePolicyOn } from "@termwise/core/governance";
import { decimalText, EntryId, Failure, priorYear } from "@termwise/core/kernel";
import { isTermId, termById } from "@termwise/core/registry";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { proposalsIn } from "../definitions/agreed.ts";
import { houseNow, putHouseEntry, putWithdrawal, writing } from "../journal/write-entry.ts";
import { procedure, router } from "../trpc.ts";
import { writerOf } from "./journal.ts";

const cell = z.string().max(60);
const Typed = z.strictObject(
  Object.fromEntries(typedColumns.map((column) => [column, cell.optional()])) as Record<
    (typeof typedColumns)[number],
    z.ZodOptional<typeof cell>
  >,
);
const largest = 200_000;
const mostPeriods = 400;

/** What Finance enters for figures no contract line knows, and those figures. */
export const financeRouter = router({
  /**
   * Every period that was entered, the latest first, with its inputs (minor units), who entered it, and its figures by the
   * definitions in force at its end: value, unit, version, what they are made of, or why they are not known. `attachment`
   * is the attachment rate today, from contract lines.
   */
  periods: procedure.query(async ({ ctx: { termwise } }) => {
    const books = await termwise.books();
    const { now } = books.known;
    const [proposals, nameOf] = [proposalsIn(now), await termwise.read(authorsOf)];
    const entered = periodsIn(now.journal);
    const today = termwise.today();
    const attached = attachmentRate(now.lines, today);
    return {
      currency: books.currency(),
      periods: entered.map(({ entryId, entry, by, recordedAt }) => {
        const { of: _, ...period } = entry;
        const year = priorYear({ text: "", from: period.from, to: period.to });
        const before = entered.find((one) => one.entry.from === year.from && one.entry.to === year.to);
        const figures = financeFigures(period, before?.entry ?? null, financePolicyOn(proposals, period.to));
        return {
          entryId,
          ...period,
          byName: nameOf(by),
          recordedAt,
          figures: figures.map((figure) => ({
            ...figure,
            version: isTermId(figure.term)
              ? definitionOn(termById(figure.term), proposals, period.to).version
              : 1,
          })),
        };
      }),
      attachment: {
        on: today,
        customers: attached.customers,
        attached: attached.attached,
        value: attached.rate.value === null ? null : decimalText(attached.rate.value, 6),
        reason: attached.rate.reason,
      },
    };
  }),
  /** Reads a file of periods (CSV with a column for each input) and says what it would enter, or what is wrong row by row. Writes nothing. */
  checkFile: procedure
    .input(z.strictObject({ csv: z.string().max(largest) }))
    .query(({ input: { csv } }) => readFile(csv)),
  /**
   * Enters periods as people write them: amounts in whole units with a point before the cents. All of them, or, when one
   * cannot be read, none (412, naming row, column and remedy). A period for days that were entered before takes its place.
   */
  set: procedure
    .input(z.strictObject({ periods: z.array(Typed).min(1).max(mostPeriods) }))
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      const { periods, faults } = readAll(input.periods as TypedPeriod[]);
      if (faults.length > 0)
        throw new Failure(
          "refused",
          faults.map(({ row, column, fault }) => `Row ${row}, ${column}: ${fault}`).join(". "),
        );
      const { timeZone } = await termwise.workspace();
      const writer = writerOf(who, acting);
      const entryIds = await writing(termwise, async (tx) => {
        const standing = periodsIn(await houseNow(tx));
        const ids: EntryId[] = [];
        for (const period of periods) {
          const known = standing.find(({ entry }) => entry.from === period.from && entry.to === period.to);
          const entry: EntryOf<"finance_period"> = { of: "finance_period", ...period };
          ids.push(await putHouseEntry(tx, { timeZone }, { entry, entryId: known?.entryId }, writer));
        }
        return ids;
      });
      return { entryIds };
    }),
  /** Takes a period back, with what was entered for it. */
  remove: procedure
    .input(z.strictObject({ entryId: EntryId }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { entryId } }) => {
      await writing(termwise, async (tx) => {
        const fact = periodsIn(await houseNow(tx)).find((one) => one.entryId === entryId);
        if (!fact) throw new Failure("not_found", "There is no such period, or it was removed");
        await putWithdrawal(tx, { fact, reason: "Removed" }, writerOf(who, acting));
      });
      return null;
    }),
});

const periodsIn = (journal: Parameters<typeof entriesOf>[0]): JournalOf<"finance_period">[] =>
  entriesOf(journal, "finance_period").sort((a, b) => (a.entry.from < b.entry.from ? 1 : -1));

interface RowFault {
  readonly row: number;
  readonly column: string;
  readonly fault: string;
}

/** Reads rows; `first` is the number the first of them has for whoever wrote them. */
function readAll(rows: readonly TypedPeriod[], first = 1): { periods: FinancePeriod[]; faults: RowFault[] } {
  const periods: FinancePeriod[] = [];
  const faults: RowFault[] = [];
  const seen = new Map<string, number>();
  for (const [index, typed] of rows.entries()) {
    const row = index + first;
    const read = readTypedPeriod(typed);
    if ("faults" in read) {
      faults.push(...read.faults.map((fault) => ({ row, ...fault })));
      continue;
    }
    const key = `${read.period.from} ${read.period.to}`;
    const twin = seen.get(key);
    if (twin !== undefined)
      faults.push({ row, column: "from", fault: `Row ${twin} is for the same days. Keep one` });
    seen.set(key, row);
    periods.push(read.period);
  }
  return { periods, faults };
}

/** A file as rows with what is wrong; its first row names the columns. */
function readFile(csv: string): { rows: TypedPeriod[]; faults: RowFault[] } {
  const nothing = { rows: [], faults: [] };
  let cells: string[][];
  try {
    cells = parse(csv, { bom: true, skip_empty_lines: true, relax_column_count: true, trim: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ...nothing, faults: [{ row: 1, column: "file", fault: `It is no CSV: ${why}` }] };
  }
  const [head = [], ...body] = cells;
  const known: readonly string[] = typedColumns;
  const stranger = head.find((column) => !known.includes(column));
  const missing = ["from", "to", "currency"].find((column) => !head.includes(column));
  if (stranger !== undefined)
    return {
      ...nothing,
      faults: [{ row: 1, column: stranger, fault: `There is no such column. There are ${known.join(", ")}` }],
    };
  if (missing)
    return { ...nothing, faults: [{ row: 1, column: missing, fault: "This column is missing. Add it" }] };
  if (body.length > mostPeriods)
    return {
      ...nothing,
      faults: [{ row: mostPeriods + 2, column: "file", fault: `At most ${mostPeriods} periods at once` }],
    };
  const rows = body.map(
    (row) => Object.fromEntries(head.map((column, at) => [column, row[at] ?? ""])) as TypedPeriod,
  );
  const long = rows.flatMap((row, at) =>
    Object.entries(row).flatMap(([column, text]) =>
      (text?.length ?? 0) > 60
        ? [{ row: at + 2, column, fault: "It is longer than any amount. Shorten it" }]
        : [],
    ),
  );
  return { rows, faults: long.length > 0 ? long : readAll(rows, 2).faults };
}
