import type { ByteReader, ByteWriter } from "../../bytes.ts";

/** No day of a month: those that were told last. */
const same = 0x1f;

/**
 * Writes which days of a month, as a mask with the first day in its lowest bit. Few days are shorter: one in a byte,
 * two in two, three in three; more are a mask of four bytes with the highest bit set. The days told last are one byte.
 */
export function writeDays(to: ByteWriter, mask: number, last: number): void {
  const days = daysOf(mask);
  const [a = 0, b = 0, c = 0] = days;
  if (mask === last) to.byte(same);
  else if (days.length === 1) to.byte(a);
  else if (days.length === 2) {
    to.byte(0x40 + a);
    to.byte(b);
  } else if (days.length === 3) {
    to.byte(0x20 + a);
    to.byte(b);
    to.byte(c);
  } else {
    for (const shift of [24, 16, 8]) to.byte(((mask >>> shift) & 0xff) + (shift === 24 ? 0x80 : 0));
    to.byte(mask & 0xff);
  }
}

/** Reads what {@link writeDays} wrote. */
export function readDays(from: ByteReader, last: number): number {
  const first = from.byte();
  if (first === same) return last;
  if (first >= 0x80) return ((first - 0x80) << 24) + (from.byte() << 16) + (from.byte() << 8) + from.byte();
  const one = 1 << (first & 0x1f);
  if (first >= 0x40) return one | (1 << from.byte());
  return first >= 0x20 ? one | (1 << from.byte()) | (1 << from.byte()) : one;
}

/** The days of a mask, from 0. */
export function daysOf(mask: number): number[] {
  const days: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) days.push(31 - Math.clz32(rest & -rest));
  return days;
}
