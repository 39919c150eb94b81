import type { AccountId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../../transaction.ts";

/** Numbers for what packed months name. What was not named before gets the next number. */
export interface Numbering {
  account(id: AccountId): number;
  /** 0: nobody was named. */
  user(of: AccountId, id: string): number;
  /** 0: an unnamed use. */
  feature(name: string): number;
  /** Stores the numbers that are new. */
  keep(): Promise<void>;
}

/** Names whose place, from 1, is their number. */
class NameList {
  readonly number: number;
  readonly names: string[];
  readonly #places: Map<string, number>;
  #stored: number;

  constructor(number: number, names: readonly string[], stored: number) {
    this.number = number;
    this.names = [...names];
    this.#places = new Map(names.map((name, place) => [name, place + 1]));
    this.#stored = stored;
  }

  get hasNew(): boolean {
    return this.names.length > this.#stored;
  }

  numberOf(name: string): number {
    if (name === "") return 0;
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.names.push(name);
    this.#places.set(name, this.names.length);
    return this.names.length;
  }
}

/** Not stored yet, not even empty. */
const unknown = -1;

/** The numbers of some accounts, of their users and of all features. Under the usage lane: nobody else gives numbers. */
export async function numbering(
  tx: WorkspaceTransaction,
  accountIds: ReadonlySet<AccountId>,
): Promise<Numbering> {
  const asked = JSON.stringify(["", ...accountIds]);
  const rows = await tx.query<{ id: string; number: number; names: string[] }>(sql`
    select account_id as id, number, names from usage.packed_name where workspace_id = ${tx.workspaceId}::uuid
    and account_id in (select json_array_elements_text(${asked}::json))`);
  const [last] = await tx.query<{ number: number }>(sql`
    select coalesce(max(number), 0) as number from usage.packed_name where workspace_id = ${tx.workspaceId}::uuid`);
  const lists = new Map(rows.map(({ id, number, names }) => [id, new NameList(number, names, names.length)]));
  const features = lists.get("") ?? new NameList(0, [], unknown);
  lists.set("", features);
  let next = last?.number ?? 0;
  const listOf = (id: AccountId): NameList => {
    const list = lists.get(id) ?? new NameList(++next, [], unknown);
    lists.set(id, list);
    return list;
  };
  return {
    account: (id) => listOf(id).number,
    user: (of, id) => listOf(of).numberOf(id),
    feature: (name) => features.numberOf(name),
    keep: async () => {
      const fresh = [...lists].flatMap(([id, { hasNew, number, names }]) =>
        hasNew ? [{ id, number, names }] : [],
      );
      await tx.query(sql`
        insert into usage.packed_name (workspace_id, account_id, number, names)
        select ${tx.workspaceId}::uuid, id, number, names
        from json_to_recordset(${JSON.stringify(fresh)}::json) as fresh(id text, number int, names json) order by number
        on conflict (workspace_id, account_id) do update set names = excluded.names`);
    },
  };
}
