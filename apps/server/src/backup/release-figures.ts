import type { opened } from "../testing.ts";

/** What is asked of a kept release: month ends over three years, as they are known now and as they were known on a day. */
const periods = ["2024-12", "2025-06", "2025-12", "ttm:2025-12", "ttm:2026-06", "2026-Q2"];
const terms = ["arr", "nrr", "grr", "logo-retention"] as const;

/** The figures of a store by term and period, exact, without what a version may word otherwise. */
export async function figuresIn({
  api,
}: Awaited<ReturnType<typeof opened>>): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const period of periods)
    for (const term of terms)
      for (const asOf of [undefined, "2026-01-15"]) {
        const figure = await api.metrics.value({ term, period, ...(asOf === undefined ? {} : { asOf }) });
        const exact = { value: figure.value, numerator: figure.numerator, denominator: figure.denominator };
        told[`${term} ${period}${asOf === undefined ? "" : " as known by 2026-01-15"}`] =
          JSON.stringify(exact);
      }
  return told;
}
