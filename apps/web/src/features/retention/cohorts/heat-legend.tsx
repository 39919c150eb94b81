import { heatScales, heatStyle } from "../../../charts/heat.ts";
import { scaleOf } from "./cells.ts";
import type { Measure } from "./cohorts.ts";

interface Props {
  measure: Measure;
  /** Ages that are going on are shown. */
  open: boolean;
  /** Amounts of one row are of fewer members the later the age. */
  fewer: boolean;
}

/** What the colours mean: fixed ends, and what lies beyond them. */
export function HeatLegend({ measure, open, fewer }: Props) {
  const { from, to, steps, letter } = heatScales[scaleOf(measure)];
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-2xs text-subtle">
      <span className="inline-flex items-center gap-1.5">
        ≤ {from}&nbsp;%
        <span aria-hidden className="inline-flex">
          {Array.from({ length: steps }, (_, index) => (
            <span key={index} className="h-3 w-4" style={heatStyle(`${letter}${index + 1}`)} />
          ))}
        </span>
        ≥ {to}&nbsp;%
      </span>
      <span>· fewer accounts than asked for</span>
      {fewer && (
        <span>fewer members have reached a later age: colours tell their share, amounts their sum</span>
      )}
      {open && <span>hatched: to date, the age is not over</span>}
    </p>
  );
}
