import type { PGlite } from "@electric-sql/pglite";

/** The measures the oracle tells, in the order of its columns. */
export const oracleMeasures = [
  "opening",
  "openingAccounts",
  "retainedAccounts",
  "kept",
  "keptReturned",
  "floor",
  "winback",
  "returnedAccounts",
  "lostBefore",
  "heldAtClose",
  "expansion",
  "contraction",
  "churn",
  "reactivation",
  "cohortReturns",
  "allExpansion",
  "allContraction",
  "allChurn",
  "allResumed",
  "allReactivation",
  "bridgeNew",
] as const;

/** Tables for many companies: dated movements with their balance, accounts with their segment, windows between two days. */
export const oracleTables = `
create table movement (company int, account int, on_day date, kind text, amount bigint, balance bigint,
  primary key (company, account, on_day));
create table account (company int, account int, segment text, primary key (company, account));
create table asked (company int, opens date, closes date, primary key (company, opens, closes));`;

/**
 * Retention straight from dated movements, as an analyst would check it: what each account held on two days, in which
 * life (a return after more than 90 days begins another), and what moved between. Lives are found from the days alone.
 */
const lives = `
drop table if exists lived;
create table lived as
with gap as (
  select *, on_day - lag(on_day) over (partition by company, account order by on_day) as days from movement
)
select *, sum(case when kind = 'new' or (kind = 'reactivation' and days > 90) then 1 else 0 end)
  over (partition by company, account order by on_day) as life
from gap;
create index on lived (company, account, on_day);
analyze lived;`;

const question = `
with stood as (
  select q.company, q.opens, q.closes, a.account, a.segment,
    coalesce(o.balance, 0) as opening, o.life as opening_life, coalesce(c.balance, 0) as closing, c.life as closing_life
  from asked q join account a on a.company = q.company
  left join lateral (select balance, life from lived l where l.company = a.company and l.account = a.account
    and l.on_day <= q.opens order by on_day desc limit 1) o on true
  left join lateral (select balance, life from lived l where l.company = a.company and l.account = a.account
    and l.on_day <= q.closes order by on_day desc limit 1) c on true
),
judged as (
  select *, opening > 0 as followed, opening > 0 and closing_life = opening_life as stays from stood
),
moved as (
  select j.company, j.opens, j.closes, j.account, l.kind, abs(l.amount) as amount, l.balance,
    j.followed and l.life = j.opening_life as same_life, j.followed, l.days > 90 as late
  from judged j join lived l on l.company = j.company and l.account = j.account
    and l.on_day > j.opens and l.on_day <= j.closes
),
flow as (
  select company, opens, closes, account, min(balance) filter (where same_life) as low,
    sum(amount) filter (where same_life and kind = 'expansion') as expansion,
    sum(amount) filter (where same_life and kind = 'contraction') as contraction,
    sum(amount) filter (where same_life and kind = 'churn') as churn,
    sum(amount) filter (where same_life and kind = 'reactivation') as reactivation,
    sum(amount) filter (where followed and kind = 'reactivation' and late) as returns,
    sum(amount) filter (where kind = 'expansion') as all_expansion,
    sum(amount) filter (where kind = 'contraction') as all_contraction,
    sum(amount) filter (where kind = 'churn') as all_churn,
    sum(amount) filter (where kind = 'reactivation' and not late) as all_resumed,
    sum(amount) filter (where kind = 'reactivation') as all_reactivation,
    sum(amount) filter (where kind = 'new') as landed
  from moved group by company, opens, closes, account
)
select j.company, j.opens::text, j.closes::text, j.segment,
  sum(opening),
  count(*) filter (where followed),
  count(*) filter (where stays and closing > 0),
  coalesce(sum(least(opening, closing)) filter (where stays), 0),
  coalesce(sum(least(opening, closing)) filter (where followed), 0),
  coalesce(sum(least(opening, coalesce(low, opening))) filter (where stays), 0),
  coalesce(sum(closing) filter (where followed and not stays), 0),
  count(*) filter (where followed and not stays and closing > 0),
  coalesce(sum(closing) filter (where not followed and opening_life is not null), 0),
  sum(closing),
  coalesce(sum(expansion), 0), coalesce(sum(contraction), 0), coalesce(sum(churn), 0), coalesce(sum(reactivation), 0),
  coalesce(sum(returns), 0), coalesce(sum(all_expansion), 0), coalesce(sum(all_contraction), 0),
  coalesce(sum(all_churn), 0), coalesce(sum(all_resumed), 0), coalesce(sum(all_reactivation), 0), coalesce(sum(landed), 0)
from judged j left join flow f using (company, opens, closes, account)
group by j.company, j.opens, j.closes, j.segment`;

/** The oracle's measures by company, window and segment. */
export async function oracleAnswers(db: PGlite): Promise<Map<string, readonly number[]>> {
  await db.exec(lives);
  const { rows } = await db.query<unknown[]>(question, [], { rowMode: "array" });
  return new Map(
    rows.map(([company, opens, closes, segment, ...sums]) => [
      answerKey(Number(company), String(opens), String(closes), String(segment)),
      sums.map(Number),
    ]),
  );
}

/** What an answer is found by. */
export const answerKey = (company: number, opens: string, closes: string, segment: string): string =>
  [company, opens, closes, segment].join(" ");
