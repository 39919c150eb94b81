import type { Judgement } from "./judgement.ts";

/** How many failed cases, and how many breaches of the protocol, a report spells out. */
const shownAtMost = 10;

function list<Item>(items: readonly Item[], text: (item: Item) => string[]): string[] {
  const more = items.length - shownAtMost;
  return [...items.slice(0, shownAtMost).flatMap(text), ...(more > 0 ? [`  and ${more} more`] : [])];
}

/** A judgement as text: a table of passed and failed by term, the first differences, and one closing line. */
export function reportText({ cases, passed, failures, terms, faults }: Judgement): string {
  const width = Math.max(4, ...terms.map(({ term }) => term.length));
  const row = (term: string, ...counts: (string | number)[]) =>
    [term.padEnd(width), ...counts.map((count) => String(count).padStart(7))].join(" ");
  return [
    ...(terms.length === 0 ? [] : [row("term", "passed", "failed")]),
    ...terms.map((one) => row(one.term, one.passed, one.failed)),
    ...(failures.length === 0 ? [] : ["", "First differences:"]),
    ...list(failures, ({ id, title, difference, error }) => [
      `  ${id}: ${title}`,
      ...(difference
        ? [`    ${difference.path}: expected ${difference.expected}, answered ${difference.answered}`]
        : [`    the command could not: ${error}`]),
    ]),
    ...(faults.length === 0 ? [] : ["", "The protocol was not kept:"]),
    ...list(faults, (fault) => [`  ${fault}`]),
    "",
    `${cases} cases: ${passed} passed, ${failures.length} failed${faults.length > 0 ? ", and the protocol was not kept" : ""}`,
  ].join("\n");
}
