import {
  type DivergenceKind,
  type DivergenceLine,
  type DivergenceTerm,
  divergenceKinds,
  meaningNames,
} from "@termwise/core/divergence";
import { dimensions } from "@termwise/core/facts";
import type { Day } from "@termwise/core/kernel";
import { attributeOn } from "@termwise/core/people";
import { z } from "zod";
import type { CustomerRecords } from "../derive/customer-records.ts";
import { Filters } from "../routers/scope.ts";

const some = <Schema extends z.ZodType>(one: Schema) => z.array(one).min(1).max(200).optional();
const kinds = Object.keys(divergenceKinds) as [DivergenceKind, ...DivergenceKind[]];
const terms = Object.keys(meaningNames).filter((means) => means !== "ignored") as [
  DivergenceTerm,
  ...DivergenceTerm[],
];

/**
 * Which divergences are meant: AND between fields, OR between the values of one. `filters` are those of accounts, by
 * what they were on the day; `""` means "no value".
 */
export const DivergenceFilters = z.strictObject({
  kinds: some(z.enum(kinds)),
  terms: some(z.enum(terms)),
  systems: some(z.string().max(200)),
  filters: Filters.optional(),
});
/** Which divergences are meant. */
export type DivergenceFilters = z.infer<typeof DivergenceFilters>;

/** Tells of a day whether a line of its report is among those meant. */
export function meant(
  asked: DivergenceFilters,
  { records }: CustomerRecords,
): (on: Day) => (line: DivergenceLine) => boolean {
  const filters = asked.filters ?? {};
  const sliced = dimensions.filter((dimension) => filters[dimension] !== undefined);
  return (on) => (line) => {
    const record = records.get(line.accountId);
    return (
      (asked.kinds?.includes(line.kind) ?? true) &&
      (asked.terms?.includes(line.term) ?? true) &&
      (asked.systems === undefined || line.claims.some(({ system }) => asked.systems?.includes(system))) &&
      sliced.every((dimension) =>
        filters[dimension]?.includes((record && attributeOn(record, dimension, on)) ?? ""),
      )
    );
  };
}
