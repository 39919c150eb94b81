import {
  type DivergenceKind,
  type DivergenceLine,
  type DivergenceTerm,
  divergenceKinds,
  meaningNames,
} from "@termwise/core/divergence";
import { z } from "zod";

const some = <Schema extends z.ZodType>(one: Schema) => z.array(one).min(1).max(200).optional();
const name = z.string().max(200);
const kinds = Object.keys(divergenceKinds) as [DivergenceKind, ...DivergenceKind[]];
const terms = Object.keys(meaningNames).filter((means) => means !== "ignored") as [
  DivergenceTerm,
  ...DivergenceTerm[],
];

/** Which divergences are meant: AND between fields, OR between the values of one; `""` means nobody, or nothing known. */
export const DivergenceFilters = z.strictObject({
  kinds: some(z.enum(kinds)),
  terms: some(z.enum(terms)),
  systems: some(name),
  csm: some(name),
  ae: some(name),
  segment: some(name),
});
/** Which divergences are meant. */
export type DivergenceFilters = z.infer<typeof DivergenceFilters>;

/** Whether a line is among those meant. */
export function meant(filters: DivergenceFilters): (line: DivergenceLine) => boolean {
  const { kinds: ofKinds, terms: ofTerms, systems, csm, ae, segment } = filters;
  return (line) =>
    (ofKinds?.includes(line.kind) ?? true) &&
    (ofTerms?.includes(line.term) ?? true) &&
    (systems === undefined || line.claims.some(({ system }) => systems.includes(system))) &&
    (csm?.includes(line.csm ?? "") ?? true) &&
    (ae?.includes(line.ae ?? "") ?? true) &&
    (segment?.includes(line.segment ?? "") ?? true);
}
