import { count, money, percent } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { BandMark, bandLooks } from "../../../ui/health-mark.tsx";
import type { Overview } from "../health.ts";
import { shareText } from "./shares.ts";

/** ARR and accounts by band: bars on one scale. */
export function BandBars({ overview: { bands, accounts, currency } }: { overview: Overview }) {
  const { change } = useSearchState();
  const amount = (minor: string) => (currency ? money(minor, currency, { whole: true }) : "—");
  const most = bands.reduce((best, { arr }) => (BigInt(arr) > best ? BigInt(arr) : best), 1n);
  const unknown = bands.find(({ band }) => band === "unknown")?.accounts ?? 0;
  return (
    <ChartFrame
      name="bands"
      title="ARR by band"
      subtitle="ARR today by the band of the last measured week"
      summary={`${count(accounts - unknown)} of ${count(accounts)} accounts lie in one band for certain; of ${count(unknown)} a part of the score is unknown or nothing was measured.`}
      terms={["health-score-distribution"]}
      table={
        <DataTable
          caption="ARR by band"
          rows={bands}
          rowKey={({ band }) => band}
          columns={[
            { key: "band", header: "Band", cell: ({ band }) => bandLooks[band].name },
            { key: "accounts", header: "Accounts", numeric: true, cell: (row) => count(row.accounts) },
            { key: "arr", header: "ARR", numeric: true, cell: ({ arr }) => amount(arr) },
          ]}
        />
      }
    >
      <ul aria-label="ARR by band" className="flex flex-col gap-2.5">
        {bands.map(({ band, accounts: own, arr }) => (
          <li key={band} className="text-xs">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <button
                type="button"
                aria-haspopup="dialog"
                data-band={band}
                disabled={own === 0}
                className="inline-flex min-h-6 items-center gap-1.5 rounded-control enabled:underline enabled:decoration-dotted enabled:underline-offset-2 enabled:hover:bg-hover"
                onClick={() => change({ band }, { push: true })}
              >
                <BandMark band={band} /> {bandLooks[band].name}
              </button>
              <span className="num text-muted">
                {amount(arr)} · {count(own)} of {count(accounts)}
                {accounts > 0 ? `, ${percent(shareText(own, accounts), { digits: 0 })}` : ""}
              </span>
            </p>
            <div className="mt-1 h-2.5 rounded-[2px] bg-sunken" aria-hidden="true">
              <div
                className="h-full rounded-[2px]"
                style={{
                  width: `${Number((BigInt(arr) * 1000n) / most) / 10}%`,
                  background: bandLooks[band].color,
                  opacity: band === "unknown" ? 0.35 : 1,
                }}
              />
            </div>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
