import type { Dialect } from "./dialect.ts";

/**
 * Trailing windows by segment the way analytics teams write them: a row per account and month, balances by running
 * sum, the opening by lag. Per segment and closing month: opening, closing of the opening cohort's life, the smaller
 * of both per account, closing of returned accounts, accounts at the opening, accounts kept.
 */
export function spine({ monthOf, lag }: Dialect, first: number, last: number, months: number): string {
  return `
with net as (
  select account, ${monthOf("on_day")} as month, sum(amount) as delta, max(life_began) as life
  from movement group by account, ${monthOf("on_day")}
),
month_row as (
  select a.account as account, a.segment as segment, c.month as month, coalesce(n.delta, 0) as delta, n.life as life
  from account a cross join calendar c
  left join net n on n.account = a.account and n.month = c.month
),
held as (
  select account, segment, month,
    sum(delta) over (partition by account order by month) as arr,
    max(life) over (partition by account order by month) as life
  from month_row
),
paired as (
  select segment, month, arr, life, ${lag("arr", months)} as opening, ${lag("life", months)} as opening_life
  from held
)
select segment, month,
  sum(opening),
  sum(case when opening > 0 and life = opening_life then arr else 0 end),
  sum(case when opening > 0 and life = opening_life then least(arr, opening) else 0 end),
  sum(case when opening > 0 and life <> opening_life then arr else 0 end),
  sum(case when opening > 0 then 1 else 0 end),
  sum(case when opening > 0 and life = opening_life and arr > 0 then 1 else 0 end)
from paired
where month between ${first} and ${last}
group by segment, month
order by segment, month`;
}
