import type { JournalOf } from "../facts/index.ts";
import { monthOf, type Period } from "../kernel/index.ts";

/** What of a book a figure is told of: which values of which dimensions. */
export type Told = Readonly<Partial<Record<string, readonly string[]>>>;

type Target = Pick<JournalOf<"target_set">, "entry" | "recordedAt">;

/** Whether a target is for the very slice a figure is told of: the whole book, or one value of one dimension. */
export function isForSlice({ slice }: JournalOf<"target_set">["entry"], told: Told): boolean {
  const filters = Object.entries(told).filter(([, values]) => values !== undefined && values.length > 0);
  if (slice === null) return filters.length === 0;
  const [filter] = filters;
  if (filters.length !== 1 || !filter) return false;
  const [dimension, values = []] = filter;
  return dimension === slice.dimension && values.length === 1 && values[0] === slice.value;
}

/**
 * The target of a term for a period of a slice: the one set for exactly these days, else the one with the latest `since`
 * that is not after the period's last month; null where none is.
 */
export function targetFor<Of extends Target>(
  targets: readonly Of[],
  term: string,
  period: Pick<Period, "from" | "to">,
  told: Told,
): Of | null {
  const own = targets.filter(({ entry }) => entry.term === term && isForSlice(entry, told));
  const exact = own.find(({ entry: { over } }) => over?.from === period.from && over.to === period.to);
  if (exact) return exact;
  const last = monthOf(period.to);
  const since = own
    .filter(({ entry }) => entry.since !== null && entry.since <= last)
    .sort((a, b) =>
      a.entry.since === b.entry.since
        ? a.recordedAt < b.recordedAt
          ? 1
          : -1
        : (a.entry.since ?? "") < (b.entry.since ?? "")
          ? 1
          : -1,
    );
  return since[0] ?? null;
}
