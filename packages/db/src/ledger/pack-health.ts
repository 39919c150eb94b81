import {
  type FoundLine,
  type HealthComponentId,
  lineSubjects,
  type MeasuredHealth,
  type MeasuredPart,
  sayingNames,
} from "@termwise/core/health";
import { type Day, epochDay } from "@termwise/core/kernel";
import { ByteReader, type ByteWriter } from "../bytes.ts";

/** What the first byte says of what follows. */
const way = 1;

/** Components by the number they are stored with: new ones come last, and none is taken away. */
const components: readonly HealthComponentId[] = [
  "usage",
  "engagement",
  "sentiment",
  "support_load",
  "icp_fit",
  "champion_stability",
  "commitment_complexity",
  "trust",
  "risk",
  "utilization",
];

const places = <Name extends string>(names: readonly Name[]): ReadonlyMap<Name, number> =>
  new Map(names.map((name, at) => [name, at]));
const [componentPlaces, subjectPlaces, sayingPlaces] = [
  places(components),
  places(lineSubjects),
  places(sayingNames),
];

function placeOf<Name extends string>(all: ReadonlyMap<Name, number>, name: Name): number {
  const place = all.get(name);
  if (place === undefined) throw new Error(`${name} has no number to be stored with.`);
  return place;
}

function nameAt<Name extends string>(names: readonly Name[], place: number): Name {
  const name = names[place];
  if (name === undefined)
    throw new Error("A measurement of health says what this version does not know: it is of a later one.");
  return name;
}

/** Packs what a measurement was read from: each line as the numbers it says, some twelve bytes. */
export function packHealth(to: ByteWriter, { on, carriedDays, parts }: MeasuredHealth): void {
  const at = epochDay(on);
  to.byte(way);
  to.number(carriedDays);
  to.number(parts.length);
  for (const { component, weight, fullAt, low, high, lines } of parts) {
    to.byte(placeOf(componentPlaces, component));
    to.number(weight);
    to.number(fullAt ?? 0);
    to.number(low);
    to.number(high - low);
    to.number(lines === null ? 0 : lines.length + 1);
    for (const line of lines ?? []) packLine(to, line, at);
  }
}

function packLine(to: ByteWriter, line: FoundLine, at: number): void {
  to.byte(placeOf(subjectPlaces, line.what));
  to.byte(placeOf(sayingPlaces, line.says));
  to.number(line.share === null ? 0 : line.share + 1);
  to.number(line.weight);
  // What is there of the three that most lines lack, then these; days are told from the day it was measured for.
  to.byte((line.on === null ? 0 : 1) + (line.until === null ? 0 : 2) + (line.quote === null ? 0 : 4));
  if (line.on !== null) to.signed(at - line.on);
  if (line.until !== null) to.signed(at - line.until);
  if (line.quote !== null) to.text(line.quote);
  to.number(line.numbers.length);
  for (const number of line.numbers) to.signed(number);
}

/** Points with three decimals, in thousandths. */
const milli = (points: string): number => Math.round(Number(points) * 1000);

/** What {@link packHealth} packed of the end of a week. */
export function unpackHealth(
  bytes: Uint8Array,
  { week: on, model, low, high }: { week: Day; model: string; low: string; high: string },
): MeasuredHealth {
  const from = new ByteReader(bytes);
  if (from.byte() !== way) throw new Error("A measurement of health is packed in a way of a later version.");
  const [at, carriedDays, count] = [epochDay(on), from.number(), from.number()];
  const parts = Array.from({ length: count }, () => unpackPart(from, at));
  return { on, model, carriedDays, parts, low: milli(low), high: milli(high) };
}

function unpackPart(from: ByteReader, at: number): MeasuredPart {
  const component = nameAt(components, from.byte());
  const [weight, fullAt, low, more, lines] = [
    from.number(),
    from.number(),
    from.number(),
    from.number(),
    from.number(),
  ];
  return {
    ...{ component, weight, fullAt: fullAt || undefined, low, high: low + more },
    lines: lines === 0 ? null : Array.from({ length: lines - 1 }, () => unpackLine(from, at)),
  };
}

function unpackLine(from: ByteReader, at: number): FoundLine {
  const what = nameAt(lineSubjects, from.byte());
  const says = nameAt(sayingNames, from.byte());
  const [share, weight, there] = [from.number(), from.number(), from.byte()];
  const on = there & 1 ? at - from.signed() : null;
  const until = there & 2 ? at - from.signed() : null;
  const quote = there & 4 ? from.text() : null;
  const numbers = Array.from({ length: from.number() }, () => from.signed());
  return { what, says, numbers, quote, on, until, share: share === 0 ? null : share - 1, weight };
}
