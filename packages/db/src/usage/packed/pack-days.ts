import { ByteReader, ByteWriter } from "./bytes.ts";
import { daysOf } from "./day-sets.ts";
import { eachUse } from "./pack-uses.ts";

/** What the uses of an account on a day of a month add up to. */
export interface DaySum {
  /** From 0. */
  readonly day: number;
  readonly activeUsers: number;
  readonly logins: number;
  readonly uses: number;
  readonly features: number;
}

/** The way of packing that stands in the first byte: another than that of uses. */
const version = 2;

/** Bytes of uses that are as quickly added up as their sums are read. */
const few = 256;

/**
 * Packs what a packed month adds up to by day: the same sums as of rows, so that most readers need no single use. Nothing
 * where the uses themselves are few.
 */
export function packDays(uses: Uint8Array): Uint8Array {
  if (uses.length <= few) return new Uint8Array();
  const sums = sumsOf(uses);
  const to = new ByteWriter();
  to.byte(version);
  to.number(sums.reduce((mask, { day }) => mask | (1 << day), 0));
  for (const { activeUsers, logins, uses: often, features } of sums)
    for (const value of [activeUsers, logins, often, features]) to.number(value);
  return to.written();
}

/** What {@link packDays} packed, day by day; of packed uses, what they add up to. */
export function unpackDays(bytes: Uint8Array): DaySum[] {
  if (bytes[0] !== version) return sumsOf(bytes);
  const from = new ByteReader(bytes);
  from.byte();
  return daysOf(from.number()).map((day) => ({
    day,
    activeUsers: from.number(),
    logins: from.number(),
    uses: from.number(),
    features: from.number(),
  }));
}

function sumsOf(bytes: Uint8Array): DaySum[] {
  const days = new Map<number, { users: Set<number>; features: Set<number>; logins: number; uses: number }>();
  eachUse(bytes, ({ user, feature, login, day, uses }) => {
    const sum = days.get(day) ?? { users: new Set(), features: new Set(), logins: 0, uses: 0 };
    days.set(day, sum);
    if (login) sum.logins += uses;
    else {
      sum.uses += uses;
      if (user > 0) sum.users.add(user);
      if (feature > 0) sum.features.add(feature);
    }
  });
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, { users, features, ...sum }]) => ({
      day,
      activeUsers: users.size,
      ...sum,
      features: features.size,
    }));
}
