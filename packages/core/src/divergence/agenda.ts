import { type EntryOf, entriesOf } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import type { HouseRules } from "../people/index.ts";
import type { DivergenceLine, DivergenceTotal } from "./report.ts";
import { totalOf } from "./report.ts";
import { totalsBy } from "./totals.ts";

/** A term the teams have to talk about, with what diverges over it now. */
export interface AgendaItem extends DivergenceTotal {
  readonly entryId: string;
  readonly term: string;
  readonly reason: string;
  readonly owner: string | null;
  readonly dueOn: Day | null;
  readonly state: "open" | "settled";
  /** The session that found it out, and what it found; null: nobody asked in a session. */
  readonly found: EntryOf<"agenda_item">["found"] | null;
  readonly by: string | null;
  readonly on: Day;
}

/** The alignment agenda, and the terms that diverge without being on it. */
export interface Agenda {
  /** What diverges first, by what is claimed or by what the teams answered, the most ARR on top; settled items last. */
  readonly items: readonly AgendaItem[];
  /** Terms with open divergences and no open item, the largest ARR first. */
  readonly missing: readonly (DivergenceTotal & { readonly term: string })[];
}

/** The alignment agenda as of a day, with the divergences of that day: terms that teams part over rank first. */
export function agendaOn({ journal }: HouseRules, on: Day, lines: readonly DivergenceLine[]): Agenda {
  const open = lines.filter(({ accepted }) => !accepted);
  const items = entriesOf(journal, "agenda_item")
    .filter(({ effectiveOn }) => effectiveOn <= on)
    .map(({ entryId, entry, by, effectiveOn }): AgendaItem => {
      const { term, reason, owner, dueOn, state, found = null } = entry;
      const total = totalOf(open.filter((line) => line.term === term));
      return { entryId, term, reason, owner, dueOn, state, found, by, on: effectiveOn, ...total };
    });
  const listed = new Set(items.filter(({ state }) => state === "open").map(({ term }) => term));
  return {
    items: items.sort(byRank),
    missing: totalsBy(open, "term").flatMap(({ value, ...total }) =>
      value === null || listed.has(value) ? [] : [{ term: value, ...total }],
    ),
  };
}

const diverges = ({ lines, found }: AgendaItem): boolean => lines > 0 || found?.outcome === "divergent";

function byRank(a: AgendaItem, b: AgendaItem): number {
  if (a.state !== b.state) return a.state === "open" ? -1 : 1;
  if (diverges(a) !== diverges(b)) return diverges(a) ? -1 : 1;
  if (a.arr !== b.arr) return a.arr > b.arr ? -1 : 1;
  return (a.dueOn ?? "9999") < (b.dueOn ?? "9999") ? -1 : 1;
}
