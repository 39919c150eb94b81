import { expect, it } from "vitest";
import { bindingOf } from "./bindings.ts";
import { terms } from "./registry.ts";
import { kindsWithScreen, screenEntries } from "./screens.ts";

const named = new Map<string, string | null>(screenEntries);

it("every bound role, artifact, program, segment and practice says on which screen it is seen, or that it is on none", () => {
  const silent = terms.filter(
    ({ id, kind }) => kindsWithScreen.includes(kind) && bindingOf(id) !== null && !named.has(id),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
  expect([...named].filter(([, screen]) => screen === null).map(([id]) => id)).toEqual([
    "csql",
    "human-led-success",
  ]);
});

it("nothing that is still planned is said to be seen anywhere", () => {
  expect(screenEntries.filter(([id]) => bindingOf(id) === null)).toEqual([]);
});
