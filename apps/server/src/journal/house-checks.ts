import { divergenceChecks } from "@termwise/core/divergence";
import type { EntryOf, WorkspaceEntry } from "@termwise/core/facts";
import { HandoffPolicy } from "@termwise/core/handoff";
import type { Day } from "@termwise/core/kernel";
import { LifecyclePolicy } from "@termwise/core/lifecycle";
import type { HouseRules } from "@termwise/core/people";
import { z } from "zod";

const policies = [LifecyclePolicy, HandoffPolicy];

/** Why an entry about the workspace cannot stand on record: a sentence that says what to do instead, or null. */
export function houseRefusalOf(rules: HouseRules, entry: WorkspaceEntry, { on }: { on: Day }): string | null {
  if (entry.of === "lifecycle_policy") return parameterFault(entry);
  return entry.of === "reported_value" ? divergenceChecks.reported_value(null, rules, entry, { on }) : null;
}

/** A number out of its range would count as not set, without anybody being told. */
function parameterFault({ parameters }: EntryOf<"lifecycle_policy">): string | null {
  const ranges = new Map(policies.flatMap(rangesOf));
  for (const [name, value] of Object.entries(parameters)) {
    const range = ranges.get(name);
    if (!range) return `"${name}" is no parameter. There are ${[...ranges.keys()].join(", ")}.`;
    const [min, max] = range;
    if (value < min || value > max)
      return `${name} is a whole number from ${min} to ${max}; ${value} is not. Choose one within.`;
  }
  return null;
}

function rangesOf(policy: z.ZodObject): [name: string, range: readonly [min: number, max: number]][] {
  const { properties = {} } = z.toJSONSchema(policy, { io: "input" });
  return Object.entries(properties).flatMap(([name, of]) =>
    typeof of === "object" && of.minimum !== undefined && of.maximum !== undefined
      ? [[name, [of.minimum, of.maximum] as const]]
      : [],
  );
}
