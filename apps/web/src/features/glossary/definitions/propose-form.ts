import { type Definition, partNames, partOf, type Text, type Values } from "./definition.ts";

/** What is typed into the form, part by part; points stand on lines of their own. */
export type Typed = Record<keyof Text, string>;

const lists: readonly (keyof Text)[] = ["inclusions", "exclusions", "notNotes"];

/** A text as the form begins with it. */
export function typedOf(text: Text): Typed {
  const parts = Object.keys(partNames) as (keyof Text)[];
  return Object.fromEntries(parts.map((part) => [part, partOf(text, part)])) as Typed;
}

/** What was typed, as a text. */
export function textOf(typed: Typed): Text {
  const points = (part: keyof Text) =>
    typed[part]
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  // A text stands on one line, however it was wrapped where it was copied from.
  const line = (part: keyof Text) => typed[part].trim().replaceAll(/\s*[\r\n]+\s*/g, " ");
  return {
    definition: line("definition"),
    example: line("example"),
    formula: line("formula") || null,
    inclusions: points("inclusions"),
    exclusions: points("exclusions"),
    notNotes: points("notNotes"),
  };
}

/** Whether a part is a list of points. */
export const isList = (part: keyof Text): boolean => lists.includes(part);

/** Why what was typed for a parameter is none of its values: the range, said before anything is sent. */
export function parameterFault(
  parameter: Definition["parameters"][number],
  typed: string,
): string | undefined {
  if ("options" in parameter) return undefined;
  const { min, max, unit } = parameter.range;
  const value = Number(typed);
  const fits = /^-?\d+$/.test(typed.trim()) && value >= min && value <= max;
  return fits ? undefined : `A whole number from ${min} to ${max} ${unit}.`;
}

/** The parameters that were set to something else. */
export function changedValues(
  definition: Definition,
  held: Values,
  typed: Readonly<Record<string, string>>,
): Values {
  return Object.fromEntries(
    definition.parameters.flatMap((parameter) => {
      const text = typed[parameter.name];
      if (text === undefined || text === String(held[parameter.name])) return [];
      if (parameterFault(parameter, text) !== undefined) return [];
      return [[parameter.name, "options" in parameter ? text : Number(text)]];
    }),
  );
}
