import { freshnessOf } from "@termwise/core/quality";
import type { lastArrivals, SourceRun } from "@termwise/db";
import type { DataSource } from "./source-list.ts";

/** How old the data of a source is at a moment. */
export const ages = (
  source: DataSource,
  arrivals: Awaited<ReturnType<typeof lastArrivals>>,
  now: Parameters<typeof freshnessOf>[2],
) => ({
  id: source.id,
  ...freshnessOf(source, { since: source.since, lastAt: arrivals.get(source.id) ?? null }, now),
});

/** A source as a page shows it: never its address, which is not kept, nor a mapping's text. */
export function shown(
  { id, name, kind, system, brings, mapping, expectedMinutes, owner, paused, pull, since }: DataSource,
  { mappings, names }: { mappings: ReadonlyMap<string, string>; names: readonly string[] },
) {
  const secret =
    pull === null ? null : names.includes(pull.connection) ? ("operator" as const) : ("missing" as const);
  return {
    id,
    name,
    kind,
    system,
    brings,
    expectedMinutes,
    owner,
    paused,
    since,
    mapping:
      mapping === null
        ? null
        : "saved" in mapping
          ? { id: mapping.saved, name: mappings.get(mapping.saved) ?? null }
          : { id: null, name: "of the operator" },
    pull: pull && {
      connection: pull.connection,
      query: pull.query,
      cursor: pull.cursor,
      everyMinutes: pull.everyMinutes,
    },
    secret,
  };
}

/** A run as a page shows it. */
export function runView(run: SourceRun) {
  const { id, trigger, state, askedAt, startedAt, endedAt, attempt, retryAt, fileName, created, changed } =
    run;
  const { unchanged, refused, importId, errorCode, errorMessage, errorRemedy, cursor } = run;
  const counts =
    created === null
      ? null
      : { created, changed: changed ?? 0, unchanged: unchanged ?? 0, refused: refused ?? 0 };
  return {
    id,
    trigger,
    state,
    askedAt,
    startedAt,
    endedAt,
    attempt,
    retryAt,
    fileName,
    rows: counts && counts.created + counts.changed + counts.unchanged + counts.refused,
    counts,
    importId,
    error: errorCode === null ? null : { code: errorCode, message: errorMessage ?? "", remedy: errorRemedy },
    cursor,
  };
}
