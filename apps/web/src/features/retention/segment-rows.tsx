import { Dumbbell } from "../../charts/dumbbell.tsx";
import { labelled, niceScale } from "../../charts/ticks.ts";
import { dimensionNames } from "../../lib/dimension-names.ts";
import { counted, percent, percentNumber, points } from "../../lib/format.ts";
import { drillOf } from "../../lib/panels.ts";
import { Delta } from "../../ui/delta.tsx";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import type { Overview } from "./overview.ts";
import { axisOf, type GroupRow, groupsOf } from "./segments-shown.ts";

/** The groups as a table: NRR then and now drawn on one scale, and printed. */
export function SegmentRows({ view }: { view: Overview }) {
  const { by, all } = view.segments;
  const groups = groupsOf(view);
  const name = dimensionNames[by] ?? by;
  const values = groups
    .flatMap(({ row }) => [axisOf(row.nrr), axisOf(row.nrrCompare)])
    .filter((v) => v !== null);
  const flat = values.every((value) => Math.abs(value - 100) < 5);
  const scale = niceScale([...values, 100, ...(flat ? [95, 105] : [])], { wanted: 4 });
  const middle = scale.ticks.filter((_, i) => i > 0 && i < scale.ticks.length - 1);
  const ticks = [...new Set([...middle, 100])].sort((a, b) => a - b);
  const place = (tick: number) => `${((tick - scale.from) / (scale.to - scale.from)) * 100}%`;
  return (
    <table className="table mt-1 table-fixed [&_tbody_:is(td,th)]:h-11! [&_tbody_th]:leading-[18px]">
      <colgroup>
        <col className="w-[37%]" />
        <col />
        <col className="w-[15%]" />
        <col className="hidden w-[15%] @[30rem]/segments:table-column" />
        <col className="w-[21%]" />
      </colgroup>
      <caption className="sr-only">
        NRR by {name}
        {all.nrrCompare !== null && ", now and a year before"}
      </caption>
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
        {groups.map((group) => (
          <Group key={group.key} group={group} by={by} scale={scale} ticks={ticks} />
        ))}
      </tbody>
    </table>
  );
}

interface Props {
  group: GroupRow;
  by: string;
  scale: { from: number; to: number };
  ticks: readonly number[];
}

function Group({ group, by, scale, ticks }: Props) {
  const { row, total, name, values } = group;
  return (
    <tr className={total ? "*:font-semibold" : ""}>
      <th scope="row" className="overflow-hidden text-ellipsis">
        <OpensPanel
          panel={drillOf("nrr", values === null ? {} : { within: { [by]: values } })}
          className="link block w-full truncate text-left"
          title={`${name}: the accounts behind its NRR`}
        >
          {name}
        </OpensPanel>
        <small className="num">
          {counted(row.accounts, "acct")}
          {row.share !== null && `, ${percent(row.share, { digits: 0 })}`}
        </small>
      </th>
      <td className="px-0!">
        <Dumbbell
          before={axisOf(row.nrrCompare)}
          now={axisOf(row.nrr)}
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
}
