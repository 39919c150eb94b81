/** What was made for something, and what it was made from. */
interface Made<Value> {
  readonly from: readonly unknown[];
  readonly making: Promise<Value>;
  /** Once it is made. */
  made?: Value;
}

/**
 * What takes long to make, made once for as long as what it is made from is the same. Who asks while it is being made waits
 * for the same making, which goes on when nobody waits any more: whoever asks next has it. What fails is made anew.
 */
export class MadeOnce<Key extends WeakKey, Value> {
  readonly #kept = new WeakMap<Key, Made<Value>>();

  /** What was made for a key from the same things; else what `make` makes. */
  of(key: Key, from: readonly unknown[], make: () => Promise<Value>): Promise<Value> {
    const known = this.#known(key, from);
    if (known) return known.making;
    const now: Made<Value> = { from, making: make() };
    this.#kept.set(key, now);
    now.making.then(
      (value) => {
        now.made = value;
      },
      () => {
        if (this.#kept.get(key) === now) this.#kept.delete(key);
      },
    );
    return now.making;
  }

  /** What is made already for a key from the same things. */
  made(key: Key, from: readonly unknown[]): Value | undefined {
    return this.#known(key, from)?.made;
  }

  #known(key: Key, from: readonly unknown[]): Made<Value> | undefined {
    const kept = this.#kept.get(key);
    const same = kept?.from.length === from.length && kept.from.every((one, at) => one === from[at]);
    return same ? kept : undefined;
  }
}
