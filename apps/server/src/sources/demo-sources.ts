import type { EntryOf, JournalFact } from "@termwise/core/facts";
import { type Day, EntryId, type Instant, instant } from "@termwise/core/kernel";
import type { NewRun } from "@termwise/db";

const minutesBefore = (now: Instant, minutes: number): Instant =>
  instant(new Date(Date.parse(now) - minutes * 60_000).toISOString());

type Source = Omit<EntryOf<"data_source">, "of" | "mapping" | "paused" | "owner">;

const billingQuery = `select subscription_id, customer_id, product, mrr, currency, started_on, ended_on, changed_at
from billing.subscription_items
where changed_at > {{since}}`;

const sources: readonly (Source & { readonly id: string })[] = [
  {
    id: "ent_demosourcecrm",
    name: "Salesforce sync",
    kind: "api",
    system: "CRM",
    brings: ["accounts", "deals", "claims"],
    expectedMinutes: 60,
    pull: null,
  },
  {
    id: "ent_demosourcebilling",
    name: "Billing warehouse",
    kind: "warehouse",
    system: "Billing",
    brings: ["contract_lines", "fx_rates"],
    expectedMinutes: 360,
    pull: { connection: "BILLING", query: billingQuery, cursor: "changed_at", everyMinutes: 180 },
  },
  {
    id: "ent_demosourceusage",
    name: "Product events",
    kind: "folder",
    system: "Usage",
    brings: ["usage"],
    expectedMinutes: 1440,
    pull: null,
  },
];

/** The runs of the invented sources: how many minutes ago, what began it, and its rows or why there are none. */
const runs: readonly (readonly [
  source: number,
  ago: number,
  rows: readonly [number, number, number, number] | null,
])[] = [
  [0, 12, [0, 2, 214, 0]],
  [0, 72, [1, 0, 215, 0]],
  [0, 132, null],
  [0, 192, [0, 5, 210, 1]],
  [1, 180, [0, 3, 18, 0]],
  [1, 360, [2, 1, 7, 0]],
  [1, 540, [0, 0, 0, 0]],
  [2, 26 * 60, [1840, 0, 0, 2]],
  [2, 50 * 60, [1792, 0, 0, 0]],
];

const triggers = ["api", "schedule", "folder"] as const;

/** The sources the demo company has, and their runs up to now: one of them is late. Nothing is ever fetched for them. */
export function demoSources(now: Instant, today: Day): { journal: JournalFact[]; runs: NewRun[] } {
  const began = minutesBefore(now, 90 * 24 * 60);
  return {
    journal: sources.map(({ id, ...source }) => ({
      kind: "journal",
      entryId: EntryId.parse(id),
      accountId: null,
      at: began,
      by: null,
      withdrawn: null,
      entry: { of: "data_source", ...source, mapping: null, owner: "RevOps", paused: false },
      effectiveOn: today,
      recordedAt: began,
      source: { system: "termwise", key: id, file: null, line: null },
    })),
    runs: runs.map(([at, ago, rows]) => {
      const [started, ended] = [minutesBefore(now, ago + 1), minutesBefore(now, ago)];
      const [created, changed, unchanged, refused] = rows ?? [];
      return {
        sourceId: sources[at]?.id ?? null,
        trigger: triggers[at] ?? "api",
        state: rows === null ? "failed" : "done",
        askedAt: started,
        startedAt: started,
        endedAt: ended,
        ...(rows === null
          ? {
              errorCode: "E_MAPPING",
              errorMessage: 'The file has no column "Account Owner", which the mapping names',
              errorRemedy: "Bring the column back in the export, or change the mapping",
            }
          : { created, changed, unchanged, refused }),
      };
    }),
  };
}
