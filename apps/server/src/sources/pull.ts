import { Failure, type Instant } from "@termwise/core/kernel";
import { changeHeldRun, findRun, type OutsideColumn, readOutside } from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import type { ImportReport } from "../imports/import-report.ts";
import type { ImportMapping } from "../ingest/mapping.ts";
import { houseNow } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { bring } from "./bring.ts";
import { fetchedParts, type mostOfPart } from "./fetch-rows.ts";
import { typedMapping } from "./outside-cells.ts";
import { type DataSource, mappingOf } from "./source-list.ts";
import { heldRun } from "./undone.ts";

/** What is fetched, from where, for which source, and how far it goes. */
export interface Pulling {
  readonly url: string;
  readonly query: string;
  readonly cursor: string | null;
  readonly source: DataSource | null;
  /** Instead of the source's. */
  readonly mapping?: ImportMapping | undefined;
  readonly dryRun: boolean;
  readonly confirm?: boolean | undefined;
  /** Columns that were there before may be gone: this is meant. */
  readonly acceptColumns?: boolean | undefined;
  /** The run in hand. */
  readonly run?: { readonly id: string; readonly holder: string } | undefined;
  /** Milliseconds the warehouse may be silent, and how large a part is: for tests. */
  readonly patience?: number;
  readonly most?: typeof mostOfPart;
}

/** What came of a pull. */
export interface Pulled {
  readonly reports: readonly ImportReport[];
  readonly rows: number;
  /** How far it has come now; null: it has no cursor. */
  readonly cursor: string | null;
  /** The last report stopped: nothing of that part was stored, and the cursor stands before it. */
  readonly stopped: boolean;
}

/** A run is taken over by another server when its holder has been silent for this long. */
export const leaseMinutes = 15;

/** A moment some minutes later. */
export const minutesAfter = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString() as Instant;

/**
 * Fetches what a query brings beyond where the source has come, and takes it in part by part. How far it has come is
 * written down in the transaction that stores a part, so a pull that is killed goes on where it stopped, and what was
 * stored twice after all changes nothing. A dry run looks at the first part and stores nothing.
 */
export async function pull(termwise: Termwise, pulling: Pulling, by: Acting): Promise<Pulled> {
  const { source, run, dryRun } = pulling;
  const held = source === null ? null : await termwise.read((tx) => heldRun(tx, source.id));
  const { timeZone } = await termwise.workspace();
  const outside = await readOutside({
    url: pulling.url,
    query: pulling.query,
    cursor: pulling.cursor,
    since: pulling.cursor === null ? null : (held?.cursor ?? null),
    timeZone,
    ...(pulling.patience !== undefined && { patience: pulling.patience }),
  });
  const reports: ImportReport[] = [];
  let [rows, cursor] = [0, held?.cursor ?? null];
  let sums = await countsSoFar(termwise, run);
  try {
    if (!pulling.acceptColumns) assertColumns(held?.columns ?? null, outside.columns);
    const journal = await termwise.read(houseNow);
    for await (const part of fetchedParts(outside, pulling.cursor, pulling.most)) {
      const files = [{ name: `${source?.name ?? "query"}.csv`, bytes: part.bytes }];
      const own = pulling.mapping ?? (source ? mappingOf(journal, source, files) : undefined);
      const reached = part.cursor ?? cursor;
      const now = termwise.now();
      const next = { cursor: reached, columns: [...outside.columns] };
      const { report } = await bring(
        termwise,
        {
          files,
          mapping: typedMapping(own, files[0]?.name ?? "", outside.columns),
          confirm: pulling.confirm,
          dryRun,
          source,
          trigger: "cli",
          run,
          with: run
            ? (told) => ({ ...next, ...added(sums, told), leaseUntil: minutesAfter(now, leaseMinutes) })
            : () => next,
        },
        { ...by, at: now },
      );
      reports.push(report);
      rows += part.rows;
      if (dryRun) break;
      if (!report.committed) return { reports, rows, cursor, stopped: true };
      cursor = reached;
      sums = added(sums, report);
    }
    // Nothing new is an answer, too: the source is as fresh as this moment.
    if (run && rows === 0)
      await termwise.write((tx) =>
        changeHeldRun(tx, run, { ...sums, cursor, columns: [...outside.columns] }),
      );
    return { reports, rows, cursor, stopped: dryRun && reports.some(({ stopped }) => stopped.length > 0) };
  } finally {
    await outside.close();
  }
}

interface Counts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** What a run brought before it was taken over. */
async function countsSoFar(termwise: Termwise, run: Pulling["run"]): Promise<Counts> {
  const held = run ? await termwise.read((tx) => findRun(tx, run.id)) : null;
  const { created, changed, unchanged, refused } = held ?? {
    created: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
  };
  return { created: created ?? 0, changed: changed ?? 0, unchanged: unchanged ?? 0, refused: refused ?? 0 };
}

/** Counts of a run, with those of one more report. */
const added = (sums: Counts, { counts }: Pick<ImportReport, "counts">): Counts => ({
  created: sums.created + counts.new,
  changed: sums.changed + counts.changed,
  unchanged: sums.unchanged + counts.unchanged,
  refused: sums.refused + counts.refused,
});

/** A column that is gone would empty what it filled, and one of another type may be read another way: that is asked first. */
function assertColumns(before: readonly OutsideColumn[] | null, now: readonly OutsideColumn[]): void {
  if (before === null) return;
  const types = new Map(now.map(({ name, type }) => [name, type]));
  const gone = before.filter(({ name }) => !types.has(name)).map(({ name }) => `"${name}" is gone`);
  const other = before
    .filter(({ name, type }) => types.has(name) && types.get(name) !== type)
    .map(({ name, type }) => `"${name}" was ${type} and is ${types.get(name)}`);
  const [first] = [...gone, ...other];
  if (first === undefined) return;
  throw new Failure(
    "refused",
    `The columns of the query have changed: ${[...gone, ...other].slice(0, 10).join(", ")}. Nothing was stored`,
    {
      code: "E_COLUMNS",
      remedy: "Bring the column back, or say that it is meant: termwise sync --source NAME --accept-columns",
    },
  );
}
