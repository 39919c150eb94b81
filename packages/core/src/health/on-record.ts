import { type EntryOf, entriesBy, type JournalFact, type JournalOf } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import { HealthModel, healthModels } from "./model.ts";

/** What somebody said the health is on a day, beside what is computed; null: nobody, or it has expired. */
export function overrideOn(record: CustomerRecord, on: Day): JournalOf<"health_override"> | null {
  const said = entriesBy(record.journal, "health_override", on);
  const last = said.at(-1);
  return last && last.entry.expiresOn > on ? last : null;
}

/** Red flags of a customer by a day, the latest first, and whether each is open on it. */
export function redFlagsOn(
  record: CustomerRecord,
  on: Day,
): { readonly fact: JournalOf<"red_flag">; readonly open: boolean }[] {
  return entriesBy(record.journal, "red_flag", on)
    .map((fact) => ({ fact, open: fact.entry.cleared === null || fact.entry.cleared.on > on }))
    .reverse();
}

/** A version of a health model that a workspace wrote, or that comes with the product. */
export interface ModelVersion {
  readonly model: HealthModel;
  readonly version: number;
  readonly segment: string | null;
  readonly state: EntryOf<"health_model">["state"];
  /** The day it holds from; null: it came with the product. */
  readonly since: Day | null;
  readonly reason: string | null;
  readonly fact: JournalFact | null;
}

const shipped: readonly ModelVersion[] = healthModels.map((model, index) => ({
  model,
  version: 0,
  segment: null,
  state: index === 0 ? "active" : "draft",
  since: null,
  reason: null,
  fact: null,
}));

/** Every version of every health model by a day, those that come with the product first, then in the order they were written. */
export function modelVersions(journal: readonly JournalFact[], on: Day): ModelVersion[] {
  const written = entriesBy(journal, "health_model", on);
  return [
    ...shipped,
    ...written.flatMap((fact): ModelVersion[] => {
      const { model: id, name, parts, rules, version, segment, state, reason } = fact.entry;
      const read = HealthModel.safeParse({ id, name, parts, rules });
      if (!read.success) return [];
      return [{ model: read.data, version, segment, state, since: fact.effectiveOn, reason, fact }];
    }),
  ];
}

/** The version that scores accounts of a segment (null: of none) on a day: that of the segment, else that of every segment. */
export function modelInForce(journal: readonly JournalFact[], segment: string | null, on: Day): ModelVersion {
  const latest = new Map<string, ModelVersion>();
  for (const version of modelVersions(journal, on)) {
    if (version.state === "draft") continue;
    const key = `${version.segment ?? ""} ${version.model.id}`;
    latest.delete(key);
    latest.set(key, version);
  }
  const active = [...latest.values()].filter(({ state }) => state === "active");
  const newest = (of: string | null) => active.findLast((version) => version.segment === of);
  return (segment === null ? undefined : newest(segment)) ?? newest(null) ?? shipped[0]!;
}
