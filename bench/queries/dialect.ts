/** What the three databases say differently. */
export interface Dialect {
  /** Months since January 1900 of a date column. */
  readonly monthOf: (column: string) => string;
  /** The value `rows` rows before, in account and month order. */
  readonly lag: (column: string, rows: number) => string;
}

const byYearAndMonth = (year: string, month: string) => `((${year} - 1900) * 12 + ${month} - 1)`;

export const postgres: Dialect = {
  monthOf: (column) =>
    `(${byYearAndMonth(`extract(year from ${column})`, `extract(month from ${column})`)})::int`,
  lag: (column, rows) => `lag(${column}, ${rows}) over (partition by account order by month)`,
};

export const duckdb: Dialect = {
  monthOf: (column) => byYearAndMonth(`year(${column})`, `month(${column})`),
  lag: postgres.lag,
};

export const clickhouse: Dialect = {
  monthOf: (column) => byYearAndMonth(`toYear(${column})`, `toMonth(${column})`),
  lag: (column, rows) =>
    `lagInFrame(${column}, ${rows}) over (partition by account order by month rows between unbounded preceding and unbounded following)`,
};
