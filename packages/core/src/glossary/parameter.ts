import { z } from "zod";

const described = { name: z.string().min(2), label: z.string().min(2), meaning: z.string().min(10) };

/**
 * A choice of policy that shapes a figure: its name as it is written in a policy, what it decides, its default, and
 * either the options there are, each with its meaning, or the range of whole numbers allowed with their unit.
 */
export const Parameter = z.union([
  z.strictObject({
    ...described,
    options: z.array(z.strictObject({ value: z.string(), meaning: z.string().min(5) })).min(2),
    default: z.string(),
  }),
  z.strictObject({
    ...described,
    range: z.strictObject({ min: z.int(), max: z.int(), unit: z.string() }),
    default: z.int(),
  }),
]);
/** A choice of policy that shapes a figure. */
export type Parameter = z.infer<typeof Parameter>;

/** A parameter that takes one of some options; the type of `options` sees to it that none is left out. */
export function choice<Option extends string>(of: {
  readonly name: string;
  readonly label: string;
  readonly meaning: string;
  readonly default: Option;
  readonly options: Readonly<Record<Option, string>>;
}): Parameter {
  const options = Object.entries<string>(of.options).map(([value, meaning]) => ({ value, meaning }));
  return { ...of, options };
}

/** The parameter in one line, as printed beside a definition: `Win-backs (winback): none | opening_cohort | all; default none`. */
export function parameterText(of: Parameter): string {
  const values =
    "options" in of
      ? of.options.map((option) => option.value).join(" | ")
      : `${of.range.min} to ${of.range.max} ${of.range.unit}`;
  return `${of.label} (${of.name}): ${values}; default ${of.default}`;
}
