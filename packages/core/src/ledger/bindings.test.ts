import { describe, expect, it } from "vitest";
import { bindings } from "./bindings.ts";

describe.each(bindings)("$term.name is what $symbol says it is", (binding) => {
  it.each(binding.run())("$title", ({ answer, expect: expected }) => {
    expect(answer).toEqual(expected);
  });
});
