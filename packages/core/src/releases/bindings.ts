import { type Binding, defineMetric, type Example } from "../glossary/index.ts";
import { releaseMoveOf } from "./moves.ts";
import type { ReleaseEvent, ReleaseStage } from "./stages.ts";
import { terms } from "./terms.ts";

/** What happens to a feature in a stage. */
interface ReleaseCase {
  readonly from: ReleaseStage;
  readonly event: ReleaseEvent;
}

const examples: Example<ReleaseCase, string>[] = [
  {
    title: "A beta whose scope is closed is a release candidate",
    given: { from: "beta", event: "scope_closed" },
    expect: "release_candidate",
  },
  {
    title: "A blocking fault sends a candidate back to beta",
    given: { from: "release_candidate", event: "blocking_fault_found" },
    expect: "beta",
  },
  {
    title: "An alpha does not become available to all at once",
    given: { from: "alpha", event: "made_available" },
    expect: "refused",
  },
  {
    title: "A fault found once all can use it is no way back",
    given: { from: "general_availability", event: "blocking_fault_found" },
    expect: "refused",
  },
  {
    title: "Nothing is removed whose end was not announced",
    given: { from: "general_availability", event: "removed" },
    expect: "refused",
  },
];

/** The terms that the table of a feature's moves carries, with the examples that hold it to its words. */
export const bindings: readonly Binding[] = terms.map((term) =>
  defineMetric({
    term,
    module: "@termwise/core/releases",
    symbol: "releaseMoveOf",
    of: ({ from, event }: ReleaseCase): string => releaseMoveOf(from, event) ?? "refused",
    examples,
  }),
);
