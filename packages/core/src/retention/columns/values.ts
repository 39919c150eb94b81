import { largest16, tooLarge } from "./bounds.ts";

/** The values of one dimension as small numbers, given out in the order they first occur; `""` stands for "no value". */
export class Values {
  readonly list: string[] = [];
  readonly #codes = new Map<string, number>();

  /** The code of a value, a new one when it was not known. Throws `too_large` past 65,535 values. */
  codeOf(value: string): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    if (this.list.length === largest16) throw tooLarge("A dimension has too many values");
    this.#codes.set(value, this.list.length);
    return this.list.push(value) - 1;
  }

  /** The code of a value, `undefined` when no account ever had it. */
  find(value: string): number | undefined {
    return this.#codes.get(value);
  }
}
