import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { count, dayText, percent, percentNumber } from "../../../lib/format.ts";
import { type Inputs, trpc } from "../../../lib/trpc.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { BandMark, bandLooks } from "../../../ui/health-mark.tsx";
import { Failed, Skeleton } from "../../../ui/states.tsx";
import type { BackTest } from "../health.ts";
import { BandStacks, BandTable } from "../overview/band-weeks.tsx";
import { CalibrationChart } from "./calibration-chart.tsx";
import type { askedOf } from "./draft.ts";

/** What the model as it is typed would have said of the renewals of two years. Null: it is not whole yet. */
export function BackTestCard({ asked }: { asked: ReturnType<typeof askedOf> }) {
  const query = useQuery({
    ...trpc.health.backtest.queryOptions((asked ?? {}) as Inputs["health"]["backtest"]),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
  if (query.isError)
    return (
      <div className="card">
        <Failed what="The back-test" error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  if (!query.data) return <Skeleton className="h-80" />;
  return <Told test={query.data} old={asked === null || query.isPlaceholderData} />;
}

const seldom = 30;

function Told({ test, old }: { test: BackTest; old: boolean }) {
  const { distribution } = test;
  const { concordance, usageOnly, lift } = test;
  const share = (value: number | null) => (value === null ? "—" : value.toFixed(3));
  return (
    <div
      className={old ? "flex flex-col gap-4 opacity-60" : "flex flex-col gap-4"}
      aria-busy={old}
      data-back-test=""
    >
      <section className="card min-w-0" aria-labelledby="back-test-title">
        <div className="px-4 pt-3 pb-2">
          <h2 id="back-test-title" className="text-sm font-semibold">
            Back-test
          </h2>
          <p className="num max-w-[84ch] text-2xs text-subtle">
            {count(test.renewals)} renewals from {dayText(test.from)} to {dayText(test.to)},{" "}
            {count(test.lost)} lost, each scored by this model {test.daysAhead} days before. Association, not
            cause.
            {test.scored < test.renewals &&
              ` There are many: ${count(test.scored)} of them, evenly from all, are scored.`}
          </p>
        </div>
        <CalibrationChart test={test} />
        <DataTable
          caption="Renewals lost by band of the score before"
          rows={test.bands}
          rowKey={({ band }) => band}
          columns={[
            {
              key: "band",
              header: "Band before",
              cell: ({ band }) => (
                <span className="inline-flex items-center gap-1.5">
                  <BandMark band={band} /> {bandLooks[band].name}
                </span>
              ),
            },
            { key: "n", header: "Renewals", numeric: true, cell: ({ n }) => count(n) },
            { key: "lost", header: "Lost", numeric: true, cell: ({ lost }) => count(lost) },
            {
              key: "share",
              header: "Share lost",
              numeric: true,
              cell: ({ lostShare, n }) =>
                lostShare === null ? (
                  "—"
                ) : (
                  <span className={n < seldom ? "text-subtle" : undefined}>
                    {percent(shareOf(lostShare))}
                  </span>
                ),
            },
            {
              key: "interval",
              header: "95 % interval",
              numeric: true,
              cell: ({ interval }) =>
                interval
                  ? `${percentNumber(shareOf(interval.low))} to ${percent(shareOf(interval.high))}`
                  : "—",
            },
            {
              key: "only",
              header: "Usage only",
              numeric: true,
              cell: ({ band }) => {
                const plain = usageOnly.bands.find((one) => one.band === band);
                return plain?.lostShare == null
                  ? "—"
                  : `${percent(shareOf(plain.lostShare))} of ${count(plain.n)}`;
              },
            },
          ]}
        />
        <p className="num border-t border-line px-4 py-2.5 text-xs text-muted">
          Of two renewals, one lost and one kept, the lost one scored lower in a share of{" "}
          <span className="font-medium text-fg" data-concordance={concordance.value ?? ""}>
            {share(concordance.value)}
          </span>{" "}
          ({share(usageOnly.concordance.value)} by usage only
          {lift === null
            ? ""
            : `, a difference of ${lift > 0 ? "+" : ""}${lift.toFixed(3).replace("-", "−")}`}
          ); 0.5 is chance.
          {concordance.reason ? ` ${concordance.reason}` : ""}
        </p>
      </section>
      <ChartFrame
        name="distribution"
        title="Accounts by band over a year"
        subtitle={`Each month's last week, by these weights${lookedAt(test.accounts)}`}
        summary="What the weights would have said month by month; nothing of this is stored."
        terms={["health-score-distribution"]}
        table={<BandTable caption="Accounts by band over a year" columns={monthsOf(distribution)} />}
      >
        <BandStacks columns={monthsOf(distribution)} />
      </ChartFrame>
    </div>
  );
}

/** What is told in per cent as a share of one, for print. */
const shareOf = (perCent: string | number): string => (Number(perCent) / 100).toFixed(6);

const lookedAt = ({ lookedAt: some, all }: BackTest["accounts"]): string =>
  some < all ? `; a sample of ${count(some)} of ${count(all)} accounts, evenly from all` : "";

function monthsOf(distribution: BackTest["distribution"]) {
  return distribution.map(({ week, bands }) => ({
    week,
    bands: (Object.keys(bandLooks) as (keyof typeof bandLooks)[]).map((band) => ({
      band,
      accounts: bands[band],
    })),
  }));
}
