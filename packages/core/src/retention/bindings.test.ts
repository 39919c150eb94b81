import { describe, expect, it } from "vitest";
import { bindings } from "./bindings.ts";
import { metrics } from "./metrics.ts";

describe.each(bindings)("$term.name is what $symbol says it is", (binding) => {
  it.each(
    binding
      .run()
      .map((run) => ({ ...run, named: run.scenario ? `${run.scenario} ${run.title}` : run.title })),
  )("$named", ({ answer, expect: expected }) => {
    expect(answer).toEqual(expected);
  });
});

it("every metric of retention has a term and worked examples", () => {
  const held = new Set(bindings.map((binding) => binding.term.id));
  expect(Object.keys(metrics).filter((id) => !held.has(id))).toEqual([]);
});
