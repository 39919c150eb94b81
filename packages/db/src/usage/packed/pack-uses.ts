import { ByteReader, ByteWriter } from "../../bytes.ts";
import { daysOf, readDays, writeDays } from "./day-sets.ts";

/** A daily use in numbers: who used what on which day of the month, how often. */
export interface NumberedUse {
  /** From 1; 0: nobody was named. */
  readonly user: number;
  /** From 1; 0: an unnamed use. */
  readonly feature: number;
  readonly login: boolean;
  /** From 0. */
  readonly day: number;
  readonly uses: number;
}

/** The way of packing that stands in the first byte. */
const version = 1;

/**
 * Packs the daily uses of an account in a month, in whatever order; each user, feature, activity and day once. Users and
 * what each used are told by the difference to the one before, then on which days, then how often on each, unless it
 * was once on all of them: a use among many takes a byte or two.
 */
export function packUses(uses: readonly NumberedUse[]): Uint8Array {
  if (uses.length === 0) return new Uint8Array();
  const to = new ByteWriter();
  to.byte(version);
  const ordered = [...uses].sort((a, b) => a.user - b.user || codeOf(a) - codeOf(b) || a.day - b.day);
  let [lastUser, lastDays] = [0, 0];
  for (const ofUser of runs(ordered, (use) => use.user)) {
    const series = runs(ofUser, codeOf);
    const user = ofUser[0]?.user ?? 0;
    to.number(user - lastUser);
    to.number(series.length);
    lastUser = user;
    let lastCode = 0;
    for (const one of series) {
      const code = one[0] ? codeOf(one[0]) : 0;
      const [days, isOnce] = [maskOf(one), one.every((use) => use.uses === 1)];
      to.number((code - lastCode) * 2 + (isOnce ? 1 : 0));
      writeDays(to, days, lastDays);
      [lastCode, lastDays] = [code, days];
      if (!isOnce) for (const { uses: often } of one) to.number(often);
    }
  }
  return to.written();
}

/** Tells each use of a packed month: by user, within these by feature and activity, within these by day. */
export function eachUse(bytes: Uint8Array, tell: (use: NumberedUse) => void): void {
  if (bytes.length === 0) return;
  const from = new ByteReader(bytes);
  const format = from.byte();
  if (format !== version) throw new Error(`A month of usage is packed in way ${format}, which is not known.`);
  let [user, days] = [0, 0];
  while (!from.ended) {
    user += from.number();
    let code = 0;
    for (let left = from.number(); left > 0; left--) {
      const told = from.number();
      code += Math.floor(told / 2);
      const [feature, login, isOnce] = [Math.floor(code / 2), code % 2 === 1, told % 2 === 1];
      days = readDays(from, days);
      for (const day of daysOf(days)) tell({ user, feature, login, day, uses: isOnce ? 1 : from.number() });
    }
  }
}

const codeOf = ({ feature, login }: NumberedUse): number => feature * 2 + (login ? 1 : 0);

function maskOf(series: readonly NumberedUse[]): number {
  let mask = 0;
  for (const { day } of series) {
    if (day < 0 || day > 30 || mask & (1 << day)) throw new Error("A use cannot be packed twice.");
    mask |= 1 << day;
  }
  return mask;
}

/** Ordered items in runs that share a key. */
function runs<T>(items: readonly T[], keyOf: (item: T) => number): T[][] {
  const found: T[][] = [];
  let last: number | null = null;
  for (const item of items) {
    const key = keyOf(item);
    if (key === last) found.at(-1)?.push(item);
    else found.push([item]);
    last = key;
  }
  return found;
}
