import { type HealthComponentId, healthComponents } from "./component.ts";
import type { HealthInput } from "./health-case.ts";
import type { HealthModel } from "./model.ts";

const ids = Object.keys(healthComponents) as HealthComponentId[];
const numberOf = new Map(ids.map((id, at) => [id, at]));

/** A component as it was read: its lines, none where nothing of it could ever be read. */
interface ReadLines {
  readonly component: HealthComponentId;
  readonly inputs: readonly Pick<HealthInput, "share" | "weight">[];
}

/** Scores by their ends in thousandths of a point, one for each row; -1 where a component the model names was not read. */
interface Weighed {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** A row of whole numbers that grows. */
function growing<Row extends Int32Array | Int16Array | Uint8Array>(row: Row, upTo: number): Row {
  if (upTo <= row.length) return row;
  const wider = new (row.constructor as new (length: number) => Row)(Math.max(upTo, row.length * 2));
  wider.set(row as never);
  return wider;
}

/**
 * What many measurements were read from, as whole numbers: a row for each, line after line. What other weights would have
 * made of them follows from these alone, so that a model is tried on a whole book without reading it again.
 */
export class ReadingColumns {
  /** Where the lines of each row end. */
  #ends = new Int32Array(1_024);
  /** A bit for each component that was read. */
  #read = new Int32Array(1_024);
  #component = new Uint8Array(8_192);
  /** In thousandths; -1: not known. */
  #share = new Int16Array(8_192);
  #parts = new Int32Array(8_192);
  #rows = 0;

  /** How many measurements there are. */
  get rows(): number {
    return this.#rows;
  }

  /** Puts a measurement down, and returns its row. */
  add(read: readonly ReadLines[]): number {
    const row = this.#rows++;
    let at = row === 0 ? 0 : this.#ends[row - 1]!;
    const upTo = at + read.reduce((sum, { inputs }) => sum + inputs.length, 0);
    this.#ends = growing(this.#ends, row + 1);
    this.#read = growing(this.#read, row + 1);
    this.#component = growing(this.#component, upTo);
    this.#share = growing(this.#share, upTo);
    this.#parts = growing(this.#parts, upTo);
    for (const { component, inputs } of read) {
      const number = numberOf.get(component)!;
      this.#read[row]! |= 1 << number;
      for (const { share, weight } of inputs) {
        this.#component[at] = number;
        this.#share[at] = share ?? -1;
        this.#parts[at++] = weight;
      }
    }
    this.#ends[row] = at;
    return row;
  }

  /** The scores all measurements have under a model: the integers that {@link healthOfLines} gives for each of them. */
  weigh({ parts }: Pick<HealthModel, "parts">): Weighed {
    const [low, high] = [new Int32Array(this.#rows), new Int32Array(this.#rows)];
    const [weights, fullAt] = [new Int32Array(ids.length), new Int32Array(ids.length).fill(100)];
    const inverted = ids.map((id) => healthComponents[id].inverted);
    let needed = 0;
    for (const { component, weight, fullAt: from = 100 } of parts) {
      const number = numberOf.get(component)!;
      weights[number] = weight * 1_000;
      fullAt[number] = from;
      needed |= 1 << number;
    }
    const [ends, component, share, part] = [this.#ends, this.#component, this.#share, this.#parts];
    for (let row = 0, line = 0; row < this.#rows; row++) {
      const end = ends[row]!;
      // All that no line decides is unknown.
      let [least, most] = [0, 100_000];
      while (line < end) {
        const number = component[line]!;
        let [stop, all] = [line, 0];
        for (; stop < end && component[stop] === number; stop++) all += part[stop]!;
        const weight = weights[number]!;
        if (weight > 0 && all > 0) {
          let [before, upTo, gotLeast, gotMost] = [0, 0, 0, 0];
          for (; line < stop; line++) {
            upTo += part[line]!;
            const at = Math.round((weight * upTo) / all);
            const [full, known] = [at - before, share[line]!];
            before = at;
            const given = known < 0 ? 0 : Math.round((full * known) / 1_000);
            const points = inverted[number] && known >= 0 ? full - given : given;
            gotLeast += points;
            gotMost += known < 0 ? full : points;
          }
          const scaled = (got: number) => Math.min(weight, Math.round((got * 100) / fullAt[number]!));
          least += scaled(gotLeast);
          most += scaled(gotMost) - weight;
        }
        line = stop;
      }
      const whole = (this.#read[row]! & needed) === needed;
      low[row] = whole ? least : -1;
      high[row] = whole ? most : -1;
    }
    return { low, high };
  }
}
