import { entriesOf, type JournalOf, type LabelMeaning } from "../facts/index.ts";
import { type Day, groupBy } from "../kernel/index.ts";
import type { HouseRules } from "../people/index.ts";
import { labelKey } from "./spelling.ts";

/** One version of what a label means: from which day, and who said so when. */
export interface LabelVersion {
  readonly entryId: string;
  readonly version: number;
  readonly means: LabelMeaning;
  readonly effectiveOn: Day;
  readonly by: string | null;
  readonly at: string;
}

/** A label in a field of a system. */
export interface Label {
  readonly system: string;
  readonly field: string;
  readonly label: string;
}

/** What labels mean on a day. */
export interface LabelMap {
  /** What a label means; null: nobody has said. It is never guessed. */
  readonly meaning: (label: Label) => LabelMeaning | null;
  /** Every version of a label's meaning, the first one first, those still to come included. */
  readonly versions: (label: Label) => readonly LabelVersion[];
  /** Every label somebody has said something about. */
  readonly labels: readonly Label[];
}

const inForceOrder = (a: JournalOf<"label_meaning">, b: JournalOf<"label_meaning">): number => {
  for (const key of ["effectiveOn", "at", "recordedAt", "entryId"] as const)
    if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
  return 0;
};

/** The mapping of labels in force on a day: of each label the version that came into force last. */
export function labelMapOn({ journal }: HouseRules, on: Day): LabelMap {
  const said = entriesOf(journal, "label_meaning").sort(inForceOrder);
  const byLabel = groupBy(said, ({ entry }) => labelKey(entry));
  const versions = new Map(
    [...byLabel].map(([key, own]) => [
      key,
      own.map(
        ({ entryId, entry, effectiveOn, by, at }, index): LabelVersion => ({
          entryId,
          version: index + 1,
          means: entry.means,
          effectiveOn,
          by,
          at,
        }),
      ),
    ]),
  );
  const of = (label: Label) => versions.get(labelKey(label)) ?? [];
  return {
    meaning: (label) => of(label).findLast(({ effectiveOn }) => effectiveOn <= on)?.means ?? null,
    versions: of,
    labels: [...byLabel.values()].flatMap(([first]) =>
      first ? [{ system: first.entry.system, field: first.entry.field, label: first.entry.label }] : [],
    ),
  };
}
