import type { AccountId } from "@termwise/core/kernel";

/** An account found by what a row calls it. */
export interface FoundAccount {
  readonly accountId: AccountId;
  readonly by: "id" | "name" | "domain";
}

/** A web domain as it is compared: without scheme, `www.`, path and case. */
const bareDomain = (domain: string): string =>
  domain
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/?#].*$/, "");

/** Accounts by their ids in every system, by their exact names and by their domains. */
export class AccountIndex {
  readonly #byKey = new Map<string, Map<string, AccountId>>();
  readonly #byName = new Map<string, Set<AccountId>>();
  readonly #byDomain = new Map<string, Set<AccountId>>();
  readonly #ids = new Set<string>();

  copy(): AccountIndex {
    const copy = new AccountIndex();
    for (const [key, bySystem] of this.#byKey)
      for (const [system, id] of bySystem) copy.addKey(system, key, id);
    for (const [name, ids] of this.#byName) for (const id of ids) copy.addName(name, id);
    for (const [domain, ids] of this.#byDomain) for (const id of ids) copy.addDomain(domain, id);
    return copy;
  }

  addKey(system: string, key: string, accountId: AccountId): void {
    this.#ids.add(accountId);
    const bySystem = this.#byKey.get(key) ?? new Map<string, AccountId>();
    bySystem.set(system, accountId);
    this.#byKey.set(key, bySystem);
  }

  addName(name: string, accountId: AccountId): void {
    const ids = this.#byName.get(name) ?? new Set<AccountId>();
    ids.add(accountId);
    this.#byName.set(name, ids);
  }

  addDomain(domain: string, accountId: AccountId): void {
    const bare = bareDomain(domain);
    const ids = this.#byDomain.get(bare) ?? new Set<AccountId>();
    ids.add(accountId);
    this.#byDomain.set(bare, ids);
  }

  /**
   * The account a row means: by its id in the row's system, by its id in the only other system that has it, by our own
   * id, or by an exact name only one account has. `"several"`: more than one account could be meant.
   */
  find(reference: string, system: string): FoundAccount | "several" | null {
    const byKey = this.#byKey.get(reference);
    const own = byKey?.get(system);
    if (own) return { accountId: own, by: "id" };
    const others = new Set(byKey?.values());
    if (others.size > 1) return "several";
    const [other] = others;
    if (other) return { accountId: other, by: "id" };
    if (this.#ids.has(reference)) return { accountId: reference as AccountId, by: "id" };
    return this.findByName(reference);
  }

  findByName(name: string): FoundAccount | "several" | null {
    const named = this.#byName.get(name) ?? new Set<AccountId>();
    if (named.size > 1) return "several";
    const [accountId] = named;
    return accountId ? { accountId, by: "name" } : null;
  }

  findByDomain(domain: string): FoundAccount | "several" | null {
    const ids = this.#byDomain.get(bareDomain(domain)) ?? new Set<AccountId>();
    if (ids.size > 1) return "several";
    const [accountId] = ids;
    return accountId ? { accountId, by: "domain" } : null;
  }

  /** A known id that differs from the reference only in case, blanks or a trailing `.0`: what was probably meant. */
  near(reference: string): string | null {
    const bare = (text: string) =>
      text
        .toLowerCase()
        .replace(/\s+/g, "")
        .replace(/\.0$/, "")
        .replace(/^0+(?=\d)/, "");
    const wanted = bare(reference);
    for (const key of this.#byKey.keys()) if (key !== reference && bare(key) === wanted) return key;
    return null;
  }
}
