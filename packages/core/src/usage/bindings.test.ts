import { describe, expect, it } from "vitest";
import { bindings } from "./bindings.ts";

describe.each(bindings)("$term.name is what $symbol says it is", (binding) => {
  it.each(
    binding
      .run()
      .map((run) => ({ ...run, named: run.scenario ? `${run.scenario} ${run.title}` : run.title })),
  )("$named", ({ answer, expect: expected }) => {
    expect(answer).toEqual(expected);
  });
});
