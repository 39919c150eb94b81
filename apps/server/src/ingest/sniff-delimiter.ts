/** What may stand between cells. */
export const delimiters = [",", ";", "\t", "|"] as const;
/** What stands between cells. */
export type Delimiter = (typeof delimiters)[number];

const sampleLength = 200_000;
const sampleRecords = 50;

/** How many times `delimiter` stands outside quotes in each of the first records. */
function countsOf(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let [count, quoted, any] = [0, false, false];
  for (let i = 0; i < text.length && counts.length < sampleRecords; i++) {
    const char = text[i];
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "\n" || char === "\r")) {
      if (any) counts.push(count);
      [count, any] = [0, false];
      continue;
    } else if (!quoted && char === delimiter) count++;
    any = true;
  }
  if (any && counts.length < sampleRecords) counts.push(count);
  return counts;
}

/** The number of delimiters most records have (0 left aside: title lines have none), and the share of records that do. */
function agreement(text: string, delimiter: string): { share: number; count: number } {
  const counts = countsOf(text, delimiter);
  const often = new Map<number, number>();
  for (const count of counts) if (count > 0) often.set(count, (often.get(count) ?? 0) + 1);
  const [count, records] = [...often].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { share: counts.length === 0 ? 0 : records / counts.length, count };
}

/** A first line `sep=;`, as Excel writes and reads it, names the delimiter outright. */
export function delimiterLine(text: string): { delimiter: Delimiter; length: number } | null {
  const line = /^sep=([,;|\t])(\r\n|\n|\r|$)/i.exec(text);
  return line ? { delimiter: line[1] as Delimiter, length: line[0].length } : null;
}

/**
 * The delimiter of a file: the one that stands outside quotes equally often in the most records. Decided on the
 * records, not the header alone, because a semicolon file is full of decimal commas.
 */
export function sniffDelimiter(text: string): Delimiter {
  const sample = text.slice(0, sampleLength);
  const scored = delimiters.map((delimiter) => ({ delimiter, ...agreement(sample, delimiter) }));
  scored.sort((a, b) => b.share - a.share || b.count - a.count);
  const best = scored[0];
  return best && best.share > 0 ? best.delimiter : ",";
}
