import {
  type ConformanceCase,
  caseLine,
  conformanceCases,
  judge,
  reportText,
} from "@termwise/core/conformance";
import { type Asked, askedOf, usage } from "./arguments.ts";
import { runCommand } from "./run-command.ts";

/** Where the command writes to. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** The cases asked for; a text says which term or module has none. */
function casesFor({ terms, modules }: Asked): ConformanceCase[] | string {
  const all = conformanceCases();
  const moduleOf = ({ module }: ConformanceCase) => module.slice("@termwise/core/".length);
  for (const term of terms)
    if (!all.some((one) => one.term === term)) return `No case is of a term "${term}": see --list`;
  for (const name of modules)
    if (!all.some((one) => moduleOf(one) === name)) return `No case is of a module "${name}": see --list`;
  return all.filter(
    (one) =>
      (terms.length === 0 || terms.includes(one.term)) &&
      (modules.length === 0 || modules.includes(moduleOf(one))),
  );
}

/** Prints the cases, or holds a command against them. Returns the exit code. */
export async function conformance(typed: readonly string[], { out, error }: Streams): Promise<0 | 1 | 2> {
  const asked = askedOf(typed);
  const cases = typeof asked === "string" ? asked : casesFor(asked);
  if (typeof asked === "string" || typeof cases === "string") {
    error(`${typeof cases === "string" ? cases : ""}\n\n${usage}`);
    return 2;
  }
  if (asked.list) {
    out(cases.map(({ id, title }) => `${id}\t${title}`).join("\n"));
    return 0;
  }
  if (asked.command.length === 0) {
    out(cases.map((one) => JSON.stringify(one)).join("\n"));
    return 0;
  }

  const { lines, fault } = await runCommand(asked.command, cases.map(caseLine), asked.patience);
  const found = judge(cases, lines);
  const judgement = fault === null ? found : { ...found, faults: [fault, ...found.faults] };
  out(asked.json ? JSON.stringify(judgement, null, 2) : reportText(judgement));
  if (judgement.faults.length > 0) return 2;
  return judgement.failures.length > 0 ? 1 : 0;
}
