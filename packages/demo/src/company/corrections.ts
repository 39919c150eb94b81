import type { ContractLine } from "@termwise/core/facts";
import { day, later } from "@termwise/core/kernel";
import type { ContractBook } from "./contract-book.ts";
import { randomOf } from "./random.ts";

/** Accounts of which one line was entered with a wrong quantity, in basis points; and those with a line entered twice. */
const mistyped = 700;
const enteredTwice = 220;

/**
 * The mistakes of data entry, and their corrections after the month was closed: what was known then differs from what
 * is known now, on purpose. Returns the account's line versions with them.
 */
export function withCorrections(book: ContractBook, seed: number): ContractLine[] {
  const random = randomOf(seed, `corrections ${book.number}`);
  const { timeline, versions } = book;
  const [from, to] = [timeline.dayAt(-26, 1), timeline.dayAt(-3, 1)];
  const once = versions.filter(
    (line) =>
      line.startsOn >= from &&
      line.startsOn < to &&
      line.lineKind === "recurring" &&
      line.price.of === "unit" &&
      versions.filter((other) => other.lineId === line.lineId).length === 1,
  );
  if (once.length === 0) return versions;
  const line = random.pick(once);
  const delay = random.between(26, 55);
  const correctedAt = timeline.recordedAt(
    later(line.startsOn, day(line.recordedAt.slice(0, 10))),
    delay,
    random,
  );
  if (random.chance(mistyped)) {
    const wrong = Math.max(1, Math.floor((Number(line.quantity) * random.pick([80, 90, 115, 125])) / 100));
    if (String(wrong) === line.quantity) return versions;
    const corrected = { ...line, recordedAt: correctedAt };
    return [...versions.map((v) => (v === line ? { ...line, quantity: String(wrong) } : v)), corrected];
  }
  if (random.chance(enteredTwice)) {
    const lineId = `${line.lineId}b` as ContractLine["lineId"];
    const source = { ...line.source, key: `${line.source.key}-B` };
    const twin = { ...line, lineId, source, renews: null };
    return [...versions, twin, { ...twin, withdrawn: true, recordedAt: correctedAt }];
  }
  return versions;
}
