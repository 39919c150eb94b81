import type { CompPlan, PlanComponent } from "./plan.ts";

/** One thing that differs between two versions of a plan: where it stands, and what it was and is; null: it was, or is, not there. */
export interface PlanChange {
  readonly clause: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

function leaves(of: unknown, path: string[] = []): [string, string][] {
  if (of === null || of === undefined) return [];
  if (typeof of !== "object") return [[path.join("."), String(of)]];
  const entries = Array.isArray(of) ? of.map((one, index) => [String(index + 1), one]) : Object.entries(of);
  return entries.flatMap(([name, one]) => leaves(one, [...path, String(name)]));
}

function changes(clause: string, before: unknown, after: unknown): PlanChange[] {
  const [was, is] = [new Map(leaves(before)), new Map(leaves(after))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => was.get(field) !== is.get(field))
    .map((field) => ({ clause, field, before: was.get(field) ?? null, after: is.get(field) ?? null }));
}

/** What differs between two versions of a plan, clause by clause: components are followed by their ids, wherever they stand. */
export function planDiff(before: CompPlan, after: CompPlan): PlanChange[] {
  const { components: _was, version: _from, ...old } = before;
  const { components: _is, version: _to, ...now } = after;
  const found = (plan: CompPlan, id: string): PlanComponent | undefined =>
    plan.components.find((component) => component.id === id);
  const ids = [...new Set([...before.components, ...after.components].map(({ id }) => id))];
  return [
    ...changes("Plan", old, now),
    ...ids.flatMap((id) => {
      const [was, is] = [found(before, id), found(after, id)];
      return changes((is ?? was)?.name ?? id, was, is);
    }),
  ];
}
