import { Dumbbell } from "../../charts/dumbbell.tsx";
import { labelled, niceScale } from "../../charts/ticks.ts";
import { dimensionNames, valueName } from "../../lib/dimension-names.ts";
import { counted, percent, percentNumber, points } from "../../lib/format.ts";
import { listText } from "../../lib/url.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { Delta } from "../../ui/delta.tsx";
import type { Overview } from "./overview.ts";

type Row = Overview["segments"]["rows"][number];
const axis = (share: string | null) => (share === null ? null : Number(share) * 100);

/** NRR of each group now and a year before, on one scale; below, what rates did and what mix did. */
export function Segments({ view }: { view: Overview }) {
  const { by, rows, all, decomposition } = view.segments;
  const { search, change } = useSearchState();
  const name = dimensionNames[by] ?? by;
  const values = [...rows, all]
    .flatMap((row) => [axis(row.nrr), axis(row.nrrCompare)])
    .filter((v) => v !== null);
  const flat = values.every((value) => Math.abs(value - 100) < 5);
  const scale = niceScale([...values, 100, ...(flat ? [95, 105] : [])], { wanted: 4 });
  const middle = scale.ticks.filter((_, i) => i > 0 && i < scale.ticks.length - 1);
  const ticks = [...new Set([...middle, 100])].sort((a, b) => a - b);
  const place = (tick: number) => `${((tick - scale.from) / (scale.to - scale.from)) * 100}%`;
  const compared = all.nrrCompare !== null;
  const line = (row: Row, total: boolean) => (
    <tr key={total ? "all" : row.value} className={total ? "*:font-semibold" : ""}>
      <th scope="row" className="overflow-hidden text-ellipsis">
        {total ? (
          `All ${by === "currency" ? "currencies" : "accounts"}`
        ) : (
          <button
            type="button"
            className="link block w-full truncate text-left"
            title={`Filter by ${valueName(row.value, by)}`}
            onClick={() => change({ [`f.${by}`]: listText([row.value]) })}
          >
            {valueName(row.value, by)}
          </button>
        )}
        <small className="num">
          {counted(row.accounts, "acct")}
          {row.share !== null && `, ${percent(row.share, { digits: 0 })}`}
        </small>
      </th>
      <td className="px-0!">
        <Dumbbell
          before={axis(row.nrrCompare)}
          now={axis(row.nrr)}
          from={scale.from}
          to={scale.to}
          ticks={ticks}
          emphasis={100}
          color={total ? "var(--mv-total)" : "var(--cat-1)"}
          low={row.low}
        />
      </td>
      <td className="num font-semibold">{row.nrr === null ? "—" : percentNumber(row.nrr)}</td>
      <td className="num text-muted hidden @[30rem]/segments:table-cell">
        {row.grr === null ? "—" : percentNumber(row.grr)}
      </td>
      <td className="num">
        {row.low ? (
          <span className="text-2xs text-subtle">n&lt;10</span>
        ) : row.change === null ? (
          <span className="text-2xs text-subtle">—</span>
        ) : (
          <Delta change={row.change} text={points(row.change, { unit: false })} />
        )}
      </td>
    </tr>
  );
  return (
    <section className="card @container/segments flex min-w-0 flex-col" aria-labelledby="segments-title">
      <div className="px-4 pt-3">
        <h2 id="segments-title" className="text-sm font-semibold">
          {by === "segment" ? "Segments" : `By ${name}`}
        </h2>
        <p className="num mt-0.5 flex flex-wrap items-center gap-x-2 text-2xs text-subtle">
          NRR %
          {compared && (
            <span className="inline-flex items-center gap-1">
              <span aria-hidden className="size-2 rounded-full border-[1.5px] border-input" /> prior year
            </span>
          )}
          <span className="inline-flex items-center gap-1">
            <span aria-hidden className="size-2 rounded-full bg-(--cat-1)" /> this period
          </span>
        </p>
      </div>
      {rows.length === 0 ? (
        <p className="px-4 py-8 text-xs text-muted">No account with ARR at the opening.</p>
      ) : (
        <table className="table mt-1 table-fixed [&_tbody_:is(td,th)]:h-11! [&_tbody_th]:leading-[18px]">
          <colgroup>
            <col className="w-[37%]" />
            <col />
            <col className="w-[15%]" />
            <col className="hidden w-[15%] @[30rem]/segments:table-column" />
            <col className="w-[21%]" />
          </colgroup>
          <caption className="sr-only">NRR by {name}, now and a year before</caption>
          <thead>
            <tr>
              <th scope="col">{name}</th>
              <th scope="col" className="px-0!">
                <span className="sr-only">NRR, drawn</span>
                <span aria-hidden className="num relative block h-4">
                  {labelled(ticks, 100, scale, 0.36).map((tick) => (
                    <span
                      key={tick}
                      className="absolute -translate-x-1/2 text-subtle"
                      style={{ left: place(tick) }}
                    >
                      {tick}
                    </span>
                  ))}
                </span>
              </th>
              <th scope="col" className="num">
                NRR
              </th>
              <th scope="col" className="num hidden @[30rem]/segments:table-cell">
                GRR
              </th>
              <th scope="col" className="num">
                Δ pp
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 8).map((row) => line(row, false))}
            {line(all, true)}
          </tbody>
        </table>
      )}
      {rows.length > 8 && (
        <p className="px-4 pt-2 text-2xs text-subtle">
          The 8 largest of {rows.length}
          {search["by"] ? "" : " groups"}; the rest are in All.
        </p>
      )}
      {decomposition && (
        <dl className="num px-4 py-2.5 text-xs leading-[26px]">
          <div className="flex justify-between">
            <dt className="text-muted">
              <span className="mr-1 font-medium text-fg">Rate</span>{" "}
              {shiftWords(
                decomposition.rate,
                "groups retained better",
                "groups retained worse",
                "groups retained alike",
              )}
            </dt>
            <dd>{points(decomposition.rate, { unit: false })}</dd>
          </div>
          <div className="flex justify-between">
            <dt className="text-muted">
              <span className="mr-1 font-medium text-fg">Mix</span>{" "}
              {shiftWords(
                decomposition.mix,
                "weight moved to stronger groups",
                "weight moved to weaker groups",
                "weights stayed alike",
              )}
            </dt>
            <dd>{points(decomposition.mix, { unit: false })}</dd>
          </div>
          <div className="flex justify-between font-semibold">
            <dt>Change in NRR</dt>
            <dd>{points(decomposition.total)}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}

/** What a part of a change did, in words; a part that prints as 0.0 did nothing. */
function shiftWords(pp: string, more: string, less: string, alike: string): string {
  const size = Number(pp);
  return Math.abs(size) < 0.05 ? alike : size > 0 ? more : less;
}
