import { dimensions, policyChoices } from "../../lib/search.ts";

const scope = [
  "period",
  "asof",
  "cur",
  "definitions",
  ...Object.keys(policyChoices),
  ...dimensions.map((dimension) => `f.${dimension}`),
];

/** What goes along from one page of retention to the next: period, filters, policy and moment of knowledge, nothing of how a page is shown. */
export function keepScope(search: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(scope.flatMap((key) => (search[key] === undefined ? [] : [[key, search[key]]])));
}
