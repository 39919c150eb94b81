/** What a mapping says, as far as the steps have a field for it. */
interface Said {
  createAccounts?: unknown;
  endDays?: unknown;
  decimal?: unknown;
  dates?: unknown;
  kind?: unknown;
  columns?: Record<string, unknown>;
  constants?: Record<string, unknown>;
  values?: Record<string, Record<string, unknown>>;
}

const inMap = "in step Map";

/** Where a person says what a mapping would say; null: the steps have no field for it. */
function placeOf(said: Said, choices: ReadonlySet<string>): string | null {
  if (said.kind !== undefined) return "“It holds” in step Upload";
  if (said.createAccounts !== undefined) return `“Lines may create the accounts they name” ${inMap}`;
  if (said.endDays !== undefined) return `“An end day is” ${inMap}`;
  if (said.decimal !== undefined) return `“Decimals” ${inMap}`;
  if (said.dates !== undefined) return `“Dates” ${inMap}`;
  const [field] = Object.keys(said.columns ?? {});
  if (field !== undefined) return `the column of “${field.replaceAll("_", " ")}” ${inMap}`;
  const [constant] = Object.keys(said.constants ?? {});
  if (constant !== undefined) return `the value of “${constant.replaceAll("_", " ")}” for every row ${inMap}`;
  const [choice] = Object.entries(said.values ?? {});
  if (choice === undefined) return null;
  const [word] = Object.keys(choice[1]);
  return choices.has(choice[0])
    ? `what “${word}” means, ${inMap}`
    : `write what it means into the cell, in all rows alike`;
}

/** The offset after a JSON object that begins at `from`; -1: none does. */
function endOfObject(text: string, from: number): number {
  let [depth, quoted] = [0, false];
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (quoted && sign === "\\") at++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === "{") depth++;
    else if (!quoted && sign === "}" && --depth === 0) return at + 1;
  }
  return -1;
}

function parsed(text: string): Said | null {
  try {
    return JSON.parse(text) as Said;
  } catch {
    return null;
  }
}

/**
 * A remedy that shows a mapping (`let lines create accounts: {"createAccounts": true}`), in words for whoever has the
 * steps before them: the step and field that say the same. `choices`: fields whose words step Map lists.
 */
export function inWords(remedy: string, choices: ReadonlySet<string>): string {
  let [said, at] = ["", 0];
  for (let from = remedy.indexOf('{"'); from >= 0; from = remedy.indexOf('{"', at)) {
    const end = endOfObject(remedy, from);
    if (end < 0) break;
    const mapping = parsed(remedy.slice(from, end));
    said += remedy.slice(at, from) + ((mapping && placeOf(mapping, choices)) ?? remedy.slice(from, end));
    at = end;
  }
  return said + remedy.slice(at);
}
