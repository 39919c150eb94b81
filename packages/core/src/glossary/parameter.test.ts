import { expect, it } from "vitest";
import { choice, Parameter, parameterText } from "./parameter.ts";

const colour = choice<"red" | "blue">({
  name: "colour",
  label: "Colour",
  meaning: "Which colour it has.",
  default: "red",
  options: { red: "like a rose", blue: "like a violet" },
});

it("a choice lists every option with its meaning, and prints in one line", () => {
  expect(Parameter.parse(colour)).toEqual(colour);
  expect(parameterText(colour)).toBe("Colour (colour): red | blue; default red");
});

it("a choice that leaves out an option does not compile", () => {
  const named = { name: "colour", label: "Colour", meaning: "Which colour it has.", default: "red" } as const;
  // @ts-expect-error blue is missing
  choice<"red" | "blue">({ ...named, options: { red: "like a rose" } });
});

it("a range prints its bounds and unit", () => {
  const days = {
    name: "days",
    label: "Days",
    meaning: "How many of them.",
    range: { min: 0, max: 9, unit: "days" },
    default: 3,
  };
  expect(parameterText(Parameter.parse(days))).toBe("Days (days): 0 to 9 days; default 3");
});
