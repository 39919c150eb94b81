import { type Dimension, dimensions } from "@termwise/core/facts";
import { Failure } from "@termwise/core/kernel";
import { type SQL, sql } from "drizzle-orm";
import { selectRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { AccountRow } from "./account-row.ts";
import { folded } from "./folded.ts";
import { accountCurrent } from "./tables/account-current.ts";

/** What a list of accounts can be narrowed by. */
export const accountFilters = [...dimensions, "status"] as const;
/** What a list of accounts can be narrowed by. */
export type AccountFilter = Dimension | "status";

/** What a list of accounts can be sorted by. */
export const accountSorts = ["name", "arr", "since", "lines", "renewalOn", ...accountFilters] as const;
/** What a list of accounts can be sorted by. */
export type AccountSort = (typeof accountSorts)[number];

/** Which accounts, in which order. AND between filters, OR inside one; `""` means no value. Pages count from 1. */
export interface AccountQuery {
  readonly search?: string | undefined;
  readonly filters?: Partial<Record<AccountFilter, readonly string[]>> | undefined;
  readonly sort?: AccountSort | undefined;
  readonly descending?: boolean | undefined;
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
}

/** A page of accounts, and of all that match: how many, and their ARR (null when one of them has none for want of a rate). */
export interface FoundAccounts {
  readonly rows: readonly AccountRow[];
  readonly total: number;
  readonly arr: bigint | null;
}

const largestPage = 500;

/** Accounts as they are today: searched by words of name, domain and ids, without case or accents. */
export async function findAccounts(
  tx: WorkspaceTransaction,
  query: AccountQuery = {},
): Promise<FoundAccounts> {
  const { page = 1, pageSize = 50 } = query;
  if (
    !Number.isInteger(page) ||
    page < 1 ||
    !Number.isInteger(pageSize) ||
    pageSize < 1 ||
    pageSize > largestPage
  )
    throw new Failure("bad_input", `Pages count from 1 and hold 1 to ${largestPage} accounts.`);
  const where = sql.join([...searched(query.search), ...filtered(query.filters ?? {})], sql` and `);
  const direction = query.descending ? sql`desc` : sql`asc`;
  const rows = await selectRows(tx, accountCurrent, {
    where,
    orderBy: sql`${sortedBy(query.sort ?? "name")} ${direction} nulls last, account_id collate "C"
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
  });
  const [totals] = await tx.query<{ total: bigint; known: bigint; arr: string | null }>(
    sql`select count(*) as total, count(arr) as known, coalesce(sum(arr), 0)::text as arr
        from derived.account_current where workspace_id = ${tx.workspaceId}::uuid and ${where}`,
  );
  const { total = 0n, known = 0n, arr } = totals ?? {};
  return {
    rows: rows.map(({ search, ...row }) => row as AccountRow),
    total: Number(total),
    arr: total === known ? BigInt(arr ?? 0) : null,
  };
}

const columns: Record<AccountSort, SQL> = {
  name: sql`search collate "C"`,
  arr: sql`arr`,
  since: sql`since`,
  lines: sql`lines`,
  renewalOn: sql`renewal_on`,
  segment: sql`segment collate "C"`,
  tier: sql`tier collate "C"`,
  region: sql`region collate "C"`,
  industry: sql`industry collate "C"`,
  csm: sql`csm collate "C"`,
  ae: sql`ae collate "C"`,
  am: sql`am collate "C"`,
  currency: sql`currency collate "C"`,
  status: sql`status collate "C"`,
};

function sortedBy(sort: AccountSort): SQL {
  if (!accountSorts.includes(sort))
    throw new Failure(
      "bad_input",
      `Accounts cannot be sorted by "${sort}". Use one of ${accountSorts.join(", ")}.`,
    );
  return columns[sort];
}

function searched(search = ""): SQL[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return [sql`true`, ...words.map((word) => sql`strpos(search, ${word}) > 0`)];
}

function filtered(filters: Partial<Record<AccountFilter, readonly string[]>>): SQL[] {
  return Object.entries(filters).map(([filter, values]) => {
    const known = accountFilters.find((name) => name === filter);
    if (!known)
      throw new Failure(
        "bad_input",
        `Accounts cannot be filtered by "${filter}". Use one of ${accountFilters.join(", ")}.`,
      );
    // No value and the empty text are one; the column holds null.
    return sql`coalesce(${sql.identifier(known)}, '') = any(${sql.param([...values])}::text[])`;
  });
}
