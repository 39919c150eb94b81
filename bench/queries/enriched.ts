import type { Dialect } from "./dialect.ts";

/**
 * The ledger as the engine holds it: month, month the life began, and the account's segment on every row. Exact where
 * no account comes back within a life, as in the regular company.
 */
export function createEnriched({ monthOf }: Dialect, how: { column: string; table?: string }): string {
  return `create table enriched ${how.table ?? ""} as
select cast(${monthOf("on_day")} as ${how.column}) as month, cast(${monthOf("life_began")} as ${how.column}) as life,
  kind, amount, segment
from movement m join account a on a.account = m.account`;
}

/**
 * Trailing windows by segment on the enriched ledger: first added up by kind and both months, then read by window. Per
 * segment and closing month: opening, cohort expansion, contraction, churn, accounts at the opening, accounts kept.
 */
export function enriched(first: number, last: number, months: number): string {
  const opens = `(c.month - ${months})`;
  const inCohort = `f.life <= ${opens} and f.month > ${opens}`;
  const sum = (when: string, what: string) =>
    `sum(case when ${when} then ${what} else cast(0 as bigint) end)`;
  const active = `case when f.kind in ('new', 'reactivation') then f.n when f.kind = 'churn' then -f.n else cast(0 as bigint) end`;
  return `
with flow as (
  select segment, kind, life, month, sum(amount) as amount, cast(count(*) as bigint) as n
  from enriched group by segment, kind, life, month
)
select f.segment, c.month,
  ${sum(`f.month <= ${opens}`, "f.amount")},
  ${sum(`f.kind = 'expansion' and ${inCohort}`, "f.amount")},
  ${sum(`f.kind = 'contraction' and ${inCohort}`, "-f.amount")},
  ${sum(`f.kind = 'churn' and ${inCohort}`, "-f.amount")},
  ${sum(`f.month <= ${opens}`, active)},
  ${sum(`f.month <= ${opens}`, active)} - ${sum(`f.kind = 'churn' and ${inCohort}`, "f.n")}
from calendar c join flow f on f.month <= c.month
where c.month between ${first} and ${last}
group by f.segment, c.month
order by f.segment, c.month`;
}
