import { sql } from "drizzle-orm";
import { ByteReader, ByteWriter } from "../../bytes.ts";
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

/** What the first byte says of what follows: days with their sums, or days alone. Uses begin with another. */
const ways = { sums: 2, days: 3 };

/** Bytes of uses that are as quickly added up as their sums are read. */
const few = 256;

/**
 * Packs on which days of a packed month there was something, and what it adds up to on each: the same sums as of rows, so
 * that most readers need no single use. Where the uses themselves are few, the days alone.
 */
export function packDays(uses: Uint8Array): Uint8Array {
  const sums = sumsOf(uses);
  if (sums.length === 0) return new Uint8Array();
  const to = new ByteWriter();
  to.byte(uses.length > few ? ways.sums : ways.days);
  to.number(sums.reduce((mask, { day }) => mask | (1 << day), 0));
  if (uses.length > few)
    for (const { activeUsers, logins, uses: often, features } of sums)
      for (const value of [activeUsers, logins, often, features]) to.number(value);
  return to.written();
}

/** On which days, from 0, there was something, by the first six bytes of what {@link packDays} packed. */
export function unpackWhen(bytes: Uint8Array): number[] {
  if (bytes.length === 0) return [];
  const from = new ByteReader(bytes);
  from.byte();
  return daysOf(from.number());
}

/** What {@link packDays} packed, day by day; of packed uses, what they add up to. */
export function unpackDays(bytes: Uint8Array): DaySum[] {
  if (bytes[0] !== ways.sums) return sumsOf(bytes);
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

/** The column to read sums of days from: packed sums, or the uses of a short month. */
export const sumsColumn = sql`case when substring(days from 1 for 1) = '\\x02'::bytea then days else uses end`;

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
