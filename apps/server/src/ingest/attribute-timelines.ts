import type { AccountAttribute, AttributeFact } from "@termwise/core/facts";
import { type Day, firstDay } from "@termwise/core/kernel";

interface Entry {
  readonly effectiveOn: Day;
  readonly value: string | null;
}

/** What is known of each account's attributes by day, and what one more statement about them changes. */
export class AttributeTimelines {
  readonly #entries = new Map<string, Entry[]>();

  constructor(facts: readonly AttributeFact[]) {
    for (const { accountId, attribute, effectiveOn, value } of facts)
      this.record(accountId, attribute, effectiveOn, value);
  }

  #of(accountId: string, attribute: AccountAttribute): Entry[] {
    return this.#entries.get(`${accountId} ${attribute}`) ?? [];
  }

  record(accountId: string, attribute: AccountAttribute, effectiveOn: Day, value: string | null): void {
    const entries = this.#of(accountId, attribute).filter((entry) => entry.effectiveOn !== effectiveOn);
    entries.push({ effectiveOn, value });
    entries.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
    this.#entries.set(`${accountId} ${attribute}`, entries);
  }

  /** The value an attribute has on a day. */
  on(accountId: string, attribute: AccountAttribute, day: Day): string | null {
    return this.#of(accountId, attribute).findLast(({ effectiveOn }) => effectiveOn <= day)?.value ?? null;
  }

  /** The value an attribute has had last of all. */
  latest(accountId: string, attribute: AccountAttribute): string | null {
    return this.#of(accountId, attribute).at(-1)?.value ?? null;
  }

  /**
   * From which day a stated value is news, or `null` when it is none. The first value known of an attribute holds from
   * the beginning of time unless the row dates it; a changed one from `from`.
   */
  newsFrom(
    accountId: string,
    attribute: AccountAttribute,
    value: string | null,
    dated: Day | null,
    from: Day,
  ): Day | null {
    if (this.#of(accountId, attribute).length === 0) return value === null ? null : (dated ?? firstDay);
    const day = dated ?? from;
    return this.on(accountId, attribute, day) === value ? null : day;
  }
}
