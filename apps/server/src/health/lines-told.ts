import {
  type AccountHealth,
  type HealthComponentId,
  type HealthInput,
  healthComponents,
  linePoints,
} from "@termwise/core/health";
import { groupBy, type Rational, rational } from "@termwise/core/kernel";
import { pointsText } from "./stored-parts.ts";

/**
 * How a line was treated: it counts, it counts although it is some days old, its points are
 * unknown, it decides none, or it is what a model adds that is content with less than all.
 */
type LineTreatment = "counted" | "carried" | "unknown" | "left_out" | "scaled";

const treatmentOf = ({ what, share, weight, age }: HealthInput): LineTreatment => {
  if (what === "full_at") return "scaled";
  if (weight === 0) return "left_out";
  if (share === null) return "unknown";
  return (age ?? 0) > 0 ? "carried" : "counted";
};

/**
 * The lines of a component as they are told: what each can give, and gives at least and at most, which add up to the points
 * of the component; without points where it was measured before lines were told of, and they do not.
 */
export function linesTold(component: HealthComponentId, weight: number, of: AccountHealth) {
  const inputs = of.inputs[component] ?? [];
  const part = of.parts.find((one) => one.component === component);
  const { inverted } = healthComponents[component];
  const lines = linePoints({ weight, inverted, fullAt: of.fullAt[component] }, inputs);
  const sum = (end: "low" | "high") =>
    pointsText(
      rational(
        lines.reduce((all, line) => all + milli(line[end]), 0n),
        1000n,
      ),
    );
  const adds = part && sum("low") === pointsText(part.low) && sum("high") === pointsText(part.high);
  const told = lines.map(({ full, low, high, ...input }) => ({
    ...input,
    treatment: treatmentOf(input),
    full: adds ? pointsText(full) : null,
    low: adds ? pointsText(low) : null,
    high: adds ? pointsText(high) : null,
  }));
  return toldOnce(told);
}

/** What decides nothing and says the same is told once: as the latest of its lines, and how many they are. */
function toldOnce<Line extends Pick<HealthInput, "what" | "text" | "on"> & { treatment: LineTreatment }>(
  lines: readonly Line[],
): (Line & { times: number })[] {
  const same = groupBy(lines, (line) => (line.treatment === "left_out" ? `${line.what} ${line.text}` : line));
  return [...same.values()].flatMap((all) => {
    const [latest] = all.toSorted((a, b) => ((a.on ?? "") < (b.on ?? "") ? 1 : -1));
    return latest ? [{ ...latest, times: all.length }] : [];
  });
}

const milli = ({ n, d }: Rational): bigint => (n * 1000n) / d;
