import type pg from "pg";

/** Window lengths in months, and the slices each movement falls into: one of each of six dimensions, and the whole. */
export const lengths = [1, 3, 6, 12];
export const slices = 7;
/** Month ends told. */
export const closes = 36;

/**
 * The optional rollups for readers who have only SQL: `arr_pair` holds a window's sums by slice, length and month end,
 * `arr_flow` the movements by slice, kind, month of the life's beginning and month. Filled for four cells of each slice.
 */
export async function createRollups(client: pg.Client): Promise<void> {
  await client.query(
    `create table booked (id bigint generated always as identity primary key, account int, on_day date, kind text, amount bigint)`,
  );
  await client.query(`create index on booked (account, on_day)`);
  await client.query(`create table arr_pair (slice int2, months int2, cell int, closes int2, opening bigint, closing bigint, kept bigint,
    won_back bigint, expansion bigint, contraction bigint, churn bigint, accounts int, lost int, returned int,
    primary key (slice, months, cell, closes))`);
  await client.query(`create table arr_flow (slice int2, cell int, kind int2, begun int2, month int2, amount bigint, n int,
    primary key (slice, cell, kind, begun, month))`);
  await client.query(`insert into arr_pair select s, m, c, t, 1000000 + t, 1100000 + t, 900000, 1000, 90000, 40000, 20000, 500, 10, 2
    from generate_series(1, ${slices}) s, unnest(array[${lengths.join(",")}]) m, generate_series(0, 3) c, generate_series(1, ${closes}) t`);
  await client.query(`insert into arr_flow select s, c, k, b, m, 1000, 3
    from generate_series(1, ${slices}) s, generate_series(0, 3) c, generate_series(0, 4) k, generate_series(1, ${closes}) b, generate_series(b, ${closes}) m`);
  await client.query("vacuum analyze arr_pair, arr_flow");
}

/** The standard question of the rollups: the trailing twelve months of each cell of a slice, at 24 month ends. */
export const seriesOfRollup = `select closes, cell, opening, closing, kept, won_back, expansion, contraction, churn, accounts, lost, returned
  from arr_pair where slice = 2 and months = 12 and closes > ${closes - 24} order by closes, cell`;

/** A movement that is to be booked. */
export interface Booking {
  readonly account: number;
  readonly amount: number;
}

/** Books movements in one statement. */
export function book(client: pg.ClientBase, bookings: readonly Booking[]): Promise<unknown> {
  return client.query(
    "insert into booked (account, on_day, kind, amount) select a, '2026-06-15', 'expansion', v from unnest($1::int[], $2::bigint[]) as given(a, v)",
    [bookings.map(({ account }) => account), bookings.map(({ amount }) => amount)],
  );
}

/**
 * Adds what movements of the present month change in the rollups: for each slice its cell, 28 rows of `arr_pair` and 7 of
 * `arr_flow` for one account. Several accounts in the same cells are one change; keys go in order, so that nobody waits in a ring.
 */
export async function rollUp(client: pg.ClientBase, bookings: readonly Booking[]): Promise<void> {
  const cells = new Map<string, { slice: number; cell: number; amount: number; n: number }>();
  for (const { account, amount } of bookings)
    for (let slice = 1; slice <= slices; slice++) {
      const cell = slice === 1 ? 0 : (account * slice) % 4;
      const of = cells.get(`${slice}/${cell}`) ?? { slice, cell, amount: 0, n: 0 };
      cells.set(`${slice}/${cell}`, { ...of, amount: of.amount + amount, n: of.n + 1 });
    }
  const changed = [...cells.values()].sort((a, b) => a.slice - b.slice || a.cell - b.cell);
  const columns = [
    changed.map(({ slice }) => slice),
    changed.map(({ cell }) => cell),
    changed.map(({ amount }) => amount),
  ];
  await client.query(
    `insert into arr_pair select s, m, c, ${closes}, 0, v, 0, 0, v, 0, 0, 0, 0, 0
      from unnest($1::int[], $2::int[], $3::bigint[]) as given(s, c, v), unnest(array[${lengths.join(",")}]) m order by s, m, c
      on conflict (slice, months, cell, closes) do update
      set closing = arr_pair.closing + excluded.closing, expansion = arr_pair.expansion + excluded.expansion`,
    columns,
  );
  await client.query(
    `insert into arr_flow select s, c, 1, 12, ${closes}, v, n
      from unnest($1::int[], $2::int[], $3::bigint[], $4::int[]) as given(s, c, v, n) order by s, c
      on conflict (slice, cell, kind, begun, month) do update set amount = arr_flow.amount + excluded.amount, n = arr_flow.n + excluded.n`,
    [...columns, changed.map(({ n }) => n)],
  );
}
