import type { ContractLine } from "@termwise/core/facts";
import { addDays, addMonths, type Day, lastDay } from "@termwise/core/kernel";
import type { RowInCheck } from "./checked-rows.ts";
import type { Remarks } from "./remarks.ts";

/** A settled line with its row; lines known before have none. */
export interface SettledLine {
  readonly row: RowInCheck | null;
  readonly line: ContractLine;
}

function byProduct(lines: readonly SettledLine[]): SettledLine[][] {
  const groups = new Map<string, SettledLine[]>();
  for (const settled of lines) {
    const { accountId, product, lineKind } = settled.line;
    if (lineKind !== "recurring") continue;
    const key = `${accountId}\u0000${product}`;
    const group = groups.get(key);
    if (group) group.push(settled);
    else groups.set(key, [settled]);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.line.startsOn < b.line.startsOn ? -1 : 1));
  return [...groups.values()];
}

const endOf = ({ line }: SettledLine): Day => line.endsOn ?? lastDay;

/** Says where two lines of one account and product are in force at once without one renewing the other. */
export function sayOverlaps(lines: readonly SettledLine[], remarks: Remarks): void {
  for (const group of byProduct(lines)) {
    let longest: SettledLine | undefined;
    for (const next of group) {
      if (longest && next.line.startsOn <= endOf(longest) && next.line.renews !== longest.line.lineId) {
        const at = next.row ?? longest.row;
        if (at)
          remarks.say(
            at.file.name,
            at.line,
            null,
            "W_OVERLAP_TERM",
            `"${next.line.source.key}" and "${longest.line.source.key}" of the product "${next.line.product}" are in force together from ${next.line.startsOn}; their ARR adds up.`,
            "overlap",
          );
      }
      if (!longest || endOf(next) > endOf(longest)) longest = next;
    }
  }
}

/** Whether an end is the day a term of whole months would end if ends were first days out of force. */
const isAnniversary = ({ startsOn, endsOn }: ContractLine): boolean => {
  if (endsOn === null || endsOn === startsOn) return false;
  const months =
    (Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4))) * 12 +
    Number(endsOn.slice(5, 7)) -
    Number(startsOn.slice(5, 7));
  return months > 0 && addMonths(startsOn, months) === endsOn;
};

/**
 * Says when the ends of a file look like first days out of force although they are read as last days in force: most of
 * its terms end on the very day of the month they began, or many lines end on the day the next one starts.
 */
export function sayEndDays(lines: readonly SettledLine[], remarks: Remarks): void {
  const files = new Map<string, { ended: number; anniversaries: number; touching: number; line: number }>();
  const starts = new Set(lines.map(({ line }) => `${line.accountId} ${line.startsOn}`));
  for (const { row, line } of lines) {
    if (!row || line.endsOn === null || row.file.mapping.endDays !== undefined) continue;
    const seen = files.get(row.file.name) ?? { ended: 0, anniversaries: 0, touching: 0, line: row.line };
    seen.ended++;
    if (isAnniversary(line)) seen.anniversaries++;
    if (
      starts.has(`${line.accountId} ${line.endsOn}`) &&
      !starts.has(`${line.accountId} ${addDays(line.endsOn, 1)}`)
    )
      seen.touching++;
    files.set(row.file.name, seen);
  }
  for (const [file, { ended, anniversaries, touching }] of files)
    if (ended >= 2 && (anniversaries * 2 > ended || (touching >= 2 && touching * 5 > ended)))
      remarks.say(
        file,
        null,
        null,
        "W_END_DAYS",
        `End days were read as the last day in force, but ${anniversaries} of ${ended} terms end on the day of the month they began and ${touching} on the day another line starts. If an end is the first day out of force, import with {"endDays": "exclusive"}.`,
      );
}
