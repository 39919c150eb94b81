/** The same record in tables of their own, with the indexes a careful owner would give them. */
export const peerTables = (workspaceId: string): string[] => [
  "create schema peer",
  `create table peer.touch as select account_id, effective_on as on_day, entry->>'direction' as direction, entry->>'type' as type
    from ledger.journal where workspace_id = '${workspaceId}' and entry->>'of' = 'touchpoint'`,
  `create table peer.answer as select account_id, effective_on as on_day, entry->>'person' as person, (entry->>'score')::int as score
    from ledger.journal where workspace_id = '${workspaceId}' and entry->>'of' = 'survey_answer'`,
  `create table peer.ticket as select account_id, effective_on as on_day, entry->>'severity' as severity,
      (entry->>'solvedAt')::date as solved_on
    from ledger.journal where workspace_id = '${workspaceId}' and entry->>'of' = 'support_ticket'`,
  `create table peer.seats as select account_id, sum(quantity::numeric)::int as seats
    from ledger.contract_line where workspace_id = '${workspaceId}' group by account_id`,
  `create table peer.use as select account_id, on_day, active_users, logins, uses, features
    from usage.account_day where workspace_id = '${workspaceId}'`,
  ...["touch", "answer", "ticket", "use"].map((name) => `create index on peer.${name} (account_id, on_day)`),
  "alter table peer.seats add primary key (account_id)",
  `create table peer.health (account_id text, week date, usage int, engagement int, sentiment int, support int, score numeric,
    read_from jsonb, primary key (account_id, week))`,
  ...["touch", "answer", "ticket", "use", "seats"].map((name) => `vacuum analyze peer.${name}`),
];

/** What each line was read from, with its day and its part: what is stored of a measurement, as JSON. */
const lines = (week: string): string => `jsonb_build_object(
    'usage', jsonb_build_array(
      jsonb_build_array('seats', round(u.users, 2), s.seats, date '${week}', 3),
      jsonb_build_array('regularity', u.days, date '${week}', 1)),
    'engagement', jsonb_build_array(
      jsonb_build_array('features', u.now, u.most, date '${week}', 2),
      jsonb_build_array('logins', u.before, u.after, date '${week}', 1),
      jsonb_build_array('replies', t.theirs, t.ours, t.met, t.last_on, 1)),
    'sentiment', a.answers, 'support', jsonb_build_array('tickets', k.open, k.load, date '${week}', 1))`;

/**
 * Scores everybody at the end of a week in one statement: the same four components, in thousandths, and their points; where
 * they are `explained` with what each line was read from.
 */
export const peerScores = (week: string, { explained = false } = {}): string => `
  insert into peer.health
  with used as (
    select account_id,
      avg(active_users) filter (where active_users > 0 and on_day > date '${week}' - 28) as users,
      count(*) filter (where uses > 0 and on_day > date '${week}' - 28) as days,
      max(features) filter (where on_day > date '${week}' - 28) as now, max(features) as most,
      sum(logins) filter (where on_day > date '${week}' - 28) as after,
      sum(logins) filter (where on_day <= date '${week}' - 28 and on_day > date '${week}' - 56) as before
    from peer.use where on_day <= date '${week}' and on_day > date '${week}' - 90 group by account_id),
  touched as (
    select account_id, count(*) filter (where direction = 'theirs') as theirs, count(*) filter (where direction = 'ours') as ours,
      bool_or(type in ('call', 'meeting')) as met${explained ? ", max(on_day) as last_on" : ""}
    from peer.touch where on_day <= date '${week}' and on_day > date '${week}' - 60 group by account_id),
  answered as (
    select account_id, round(avg(score * 100)) as share
        ${explained ? ", jsonb_agg(jsonb_build_array('nps', score, 10, on_day, 1)) as answers" : ""} from (
      select distinct on (account_id, person) account_id, score, on_day from peer.answer
      where on_day <= date '${week}' and on_day > date '${week}' - 92 order by account_id, person, on_day desc) as latest
    group by account_id),
  asked as (
    select account_id, sum(case severity when 'low' then 1 when 'normal' then 2 when 'high' then 5 else 8 end
      * case when solved_on is null or solved_on > date '${week}' then 1.0 when on_day > date '${week}' - 28 then 0.5 else 0 end) as load
      ${explained ? `, count(*) filter (where solved_on is null or solved_on > date '${week}') as open` : ""}
    from peer.ticket where on_day <= date '${week}' group by account_id),
  read as (
    select s.account_id,
      round((3 * least(1000, round(coalesce(u.users, 0) * 1000 / s.seats)) + least(1000, u.days * 50)) / 4.0)::int as usage,
      round((2 * round(coalesce(u.now, 0) * 1000.0 / nullif(u.most, 0)) + least(1000, round(u.after * 1000.0 / nullif(u.before, 0)))
        + case when t.theirs > 0 or t.met then 1000 when t.ours > 0 then 0 else 300 end) / 4.0)::int as engagement,
      a.share::int as sentiment, greatest(0, 1000 - round(coalesce(k.load, 0) * 50))::int as support,
      ${explained ? lines(week) : "null::jsonb"} as read_from
    from peer.seats s left join used u using (account_id) left join touched t using (account_id)
      left join answered a using (account_id) left join asked k using (account_id))
  select account_id, date '${week}', usage, engagement, sentiment, support,
    (usage * 40 + engagement * 30 + coalesce(sentiment, 0) * 10 + support * 20) / 1000.0, read_from from read`;
