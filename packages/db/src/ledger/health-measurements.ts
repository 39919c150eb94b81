import type { MeasuredHealth } from "@termwise/core/health";
import { type AccountId, type Day, groupBy, type Instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { ByteWriter } from "../bytes.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { packHealth, unpackHealth } from "./pack-health.ts";

/** What a measurement is told apart by, and its score. `low` and `high` are points with three decimals. */
export interface MeasuredScore {
  readonly accountId: AccountId;
  /** The last day of the week it is of. */
  readonly week: Day;
  readonly model: string;
  readonly version: number;
  readonly low: string;
  readonly high: string;
  readonly measuredAt: Instant;
}

/** A measurement of the health of an account at the end of a week, with what each component came from. */
export interface Measurement extends MeasuredScore {
  /** What it was read from; null where an earlier version measured it. */
  readonly health: MeasuredHealth | null;
  /** What one of an earlier version has instead: its components as they were told then. */
  readonly parts: readonly unknown[];
}

/** What is measured of an account at the end of a week. */
export interface NewMeasurement extends Pick<Measurement, "accountId" | "version" | "measuredAt"> {
  readonly health: MeasuredHealth;
}

/** Rows of one statement: some hundred kilobytes. */
const atOnce = 2_000;

/** Puts measurements down. One that was made before, by this server or another, stays as it is. Returns how many are new. */
export async function addMeasurements(
  tx: WorkspaceTransaction,
  measured: readonly NewMeasurement[],
): Promise<number> {
  let made = 0;
  for (const alike of groupBy(measured, madeBy).values())
    for (let from = 0; from < alike.length; from += atOnce)
      made += await addSome(tx, alike.slice(from, from + atOnce));
  if (made > 0) await markWeeks(tx, measured);
  return made;
}

/** Says of weeks that more was measured for them. In their order, so that no two who measure wait for each other. */
async function markWeeks(tx: WorkspaceTransaction, measured: readonly NewMeasurement[]): Promise<void> {
  const weeks = [...new Set(measured.map(({ health }) => health.on))].sort();
  await tx.query(sql`
    insert into ledger.measured_week (workspace_id, week)
    select ${tx.workspaceId}::uuid, week::date from json_array_elements_text(${JSON.stringify(weeks)}::json) as week
    on conflict (workspace_id, week) do update set xid = pg_current_xact_id()`);
}

/** For which week something was measured, by what and when: most of what is measured at once has the same. */
const madeBy = ({ version, measuredAt, health: { on, model } }: NewMeasurement): string =>
  `${on} ${version} ${measuredAt} ${model}`;

/**
 * Puts down what was measured by the same for the same week. What all rows were read from travels as one value, of which
 * each row takes its part.
 */
async function addSome(tx: WorkspaceTransaction, alike: readonly NewMeasurement[]): Promise<number> {
  const [first] = alike;
  if (!first) return 0;
  const bytes = new ByteWriter();
  const places = alike.map(({ health }) => {
    const at = bytes.length;
    packHealth(bytes, health);
    return { from: at + 1, length: bytes.length - at };
  });
  const numbers = (of: readonly number[]) => sql`${`{${of.join()}}`}::int[]`;
  const [found] = await tx.query<{ made: number }>(sql`
    with made as (
      insert into ledger.health_measurement
        (workspace_id, account_id, week, model, version, low, high, measured_at, packed)
      select ${tx.workspaceId}::uuid, account_id, ${first.health.on}::date, ${first.health.model}::text, ${first.version}::int,
        low * 0.001, high * 0.001, ${first.measuredAt}::timestamptz,
        substring(${bytes.written()}::bytea from place for length)
      from unnest(${sql.param(alike.map(({ accountId }) => accountId))}::text[],
        ${numbers(alike.map(({ health }) => health.low))}, ${numbers(alike.map(({ health }) => health.high))},
        ${numbers(places.map(({ from }) => from))}, ${numbers(places.map(({ length }) => length))})
        as given(account_id, low, high, place, length)
      on conflict do nothing returning 1)
    select count(*)::int as made from made`);
  return found?.made ?? 0;
}

/**
 * The last week each of some accounts was measured for; of those that were. `recent`: since when it is looked for week by
 * week, whatever else is stored; only accounts without any since then are looked up one by one.
 */
export async function lastMeasured(
  tx: WorkspaceTransaction,
  { accountIds, recent }: { readonly accountIds: readonly AccountId[]; readonly recent: Day },
): Promise<ReadonlyMap<AccountId, Day>> {
  const last = new Map<AccountId, Day>();
  const weeks = await tx.query<{ week: Day; accounts: string }>(sql`
    select week::text as week, string_agg(account_id, ',') as accounts from ledger.health_measurement
    where workspace_id = ${tx.workspaceId}::uuid and week >= ${recent}::date group by week order by week`);
  for (const { week, accounts } of weeks)
    for (const id of accounts.split(",")) last.set(id as AccountId, week);
  const others = accountIds.filter((id) => !last.has(id));
  if (others.length === 0) return last;
  const [found] = await tx.query<{ rows: [AccountId, Day][] | null }>(sql`
    select json_agg(json_build_array(id, week)) as rows
    from json_array_elements_text(${JSON.stringify(others)}::json) as given(id),
      lateral (select max(week) as week from ledger.health_measurement
        where workspace_id = ${tx.workspaceId}::uuid and account_id = given.id) as last
    where week is not null`);
  for (const [id, week] of found?.rows ?? []) last.set(id, week);
  return last;
}

/**
 * The scores measured for the weeks that end from one day to another, of all account records or of some, ordered by
 * account, week and when they were measured.
 */
export async function loadScores(
  tx: WorkspaceTransaction,
  {
    from,
    to,
    accountIds,
  }: { readonly from: Day; readonly to: Day; readonly accountIds?: readonly AccountId[] },
): Promise<MeasuredScore[]> {
  const of =
    accountIds === undefined
      ? sql``
      : sql`and account_id in (select json_array_elements_text(${JSON.stringify(accountIds)}::json))`;
  const [found] = await tx.query<{
    rows: [string, string, string, number, string, string, string][] | null;
  }>(sql`
    select json_agg(json_build_array(account_id, week, model, version, low, high, at)) as rows from (
      select account_id, week::text as week, model, version, low::text as low, high::text as high,
        to_char(measured_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from ledger.health_measurement
      where workspace_id = ${tx.workspaceId}::uuid and week between ${from}::date and ${to}::date ${of}
      order by account_id collate "C", week, measured_at) as asked`);
  return (found?.rows ?? []).map(([accountId, week, model, version, low, high, at]) => ({
    accountId: accountId as AccountId,
    week: week as Day,
    model,
    version,
    low,
    high,
    measuredAt: at as Instant,
  }));
}

/** Some account records, and the ends of weeks between which their measurements lie. */
interface AskedOf {
  readonly accountIds: readonly AccountId[];
  readonly from: Day;
  readonly to: Day;
}

/** A measurement as it travels. */
type Travelled = MeasuredScore & {
  readonly parts: readonly unknown[] | null;
  readonly packed: string | null;
};

/** A measurement as one value, of the table as it stands. */
const whole = sql`json_build_object('accountId', account_id, 'week', week::text, 'model', model, 'version', version,
  'low', low::text, 'high', high::text, 'parts', parts, 'packed', encode(packed, 'base64'),
  'measuredAt', to_char(measured_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;

function measurementOf({ parts, packed, ...score }: Travelled): Measurement {
  if (packed === null) return { ...score, parts: parts ?? [], health: null };
  return { ...score, parts: [], health: unpackHealth(Buffer.from(packed, "base64"), score) };
}

const measuredOf = (tx: WorkspaceTransaction, { accountIds, from, to }: AskedOf) => sql`
  from ledger.health_measurement
  where workspace_id = ${tx.workspaceId}::uuid and week between ${from}::date and ${to}::date
    and account_id in (select json_array_elements_text(${JSON.stringify(accountIds)}::json))`;

/** Every measurement of some account records for the weeks that end from one day to another, whole. */
export async function loadMeasurements(tx: WorkspaceTransaction, asked: AskedOf): Promise<Measurement[]> {
  const rows = await tx.query<{ row: Travelled }>(
    sql`select ${whole} as row ${measuredOf(tx, asked)} order by week, measured_at`,
  );
  return rows.map(({ row }) => measurementOf(row));
}

/** The last measurement of each of some account records that has one in some weeks, whole. */
export async function loadLatestMeasurements(
  tx: WorkspaceTransaction,
  asked: AskedOf,
): Promise<Measurement[]> {
  const rows = await tx.query<{ row: Travelled }>(sql`
    select distinct on (account_id) ${whole} as row ${measuredOf(tx, asked)}
    order by account_id, week desc, measured_at desc`);
  return rows.map(({ row }) => measurementOf(row));
}
