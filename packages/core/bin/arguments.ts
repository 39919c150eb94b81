/** What the conformance command is asked to do. */
export interface Asked {
  /** What is under test and its arguments; empty: the cases are printed instead. */
  readonly command: readonly string[];
  readonly terms: readonly string[];
  readonly modules: readonly string[];
  readonly list: boolean;
  readonly json: boolean;
  /** How long the command may stay silent, in milliseconds. */
  readonly patience: number;
}

export const usage = `Usage: termwise-core conformance [options] -- COMMAND [ARGUMENTS]
       termwise-core conformance [options]

Holds another implementation against the worked examples and golden vectors of this version of @termwise/core.
COMMAND reads one case per line on its standard input and writes one result per line to its standard output:
  {"id":"nrr/1","term":"nrr","version":1,"symbol":"figureOf","given":{…}}
  {"id":"nrr/1","answer":"1.030000"}      or      {"id":"nrr/1","error":"why it has no answer"}
Without COMMAND the cases are printed, one per line, with the answers expected.

  --term ID          only the cases of a term; may be given more than once
  --module NAME      only those of a module, such as retention; may be given more than once
  --list             print id and title of each case
  --json             print the judgement as JSON
  --timeout SECONDS  how long COMMAND may stay silent (30)

Exit code: 0 all passed, 1 an answer differs, 2 the command or the call is at fault.`;

/** Reads what was typed after \`conformance\`; a text is what is wrong with it. */
export function askedOf(typed: readonly string[]): Asked | string {
  const terms: string[] = [];
  const modules: string[] = [];
  let [list, json, patience] = [false, false, 30_000];
  let at = 0;
  for (; at < typed.length; at++) {
    const word = typed[at] ?? "";
    if (word === "--" || !word.startsWith("-")) break;
    if (word === "--list") list = true;
    else if (word === "--json") json = true;
    else {
      const value = typed[++at];
      if (!["--term", "--module", "--timeout"].includes(word)) return `There is no option ${word}`;
      if (value === undefined) return `${word} needs a value`;
      if (word === "--term") terms.push(value);
      else if (word === "--module") modules.push(value);
      else patience = Number(value) * 1000;
    }
  }
  if (!(patience > 0 && patience <= 3_600_000)) return "--timeout is a number of seconds up to 3600";
  const command = typed.slice(typed[at] === "--" ? at + 1 : at);
  return { command, terms, modules, list, json, patience };
}
