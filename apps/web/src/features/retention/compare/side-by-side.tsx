import { counted, majorOf, percent } from "../../../lib/format.ts";
import { drillOf } from "../../../lib/panels.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { wayName } from "../../../lib/way-names.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import { type CompareView, chosenPair, differenceText, valueText, type WayView } from "./compare-data.ts";

type Figure = CompareView["figures"][number];

interface Row {
  index: number;
  figure: Figure;
}

/** Five figures in rows, the house and the other ways in columns; each value leads to its accounts. */
export function SideBySide({ view, names }: { view: CompareView; names: readonly string[] }) {
  const { search } = useSearchState();
  const chosen = chosenPair(view, names, { figure: search["figure"], way: search["way"] });
  const columns: Column<Row>[] = [
    {
      key: "figure",
      header: "Figure",
      cell: ({ figure }) => (
        <OpensPanel
          panel={`def:${figure.term}`}
          className="term pb-0.5 text-left max-sm:max-w-28 max-sm:whitespace-normal"
        >
          {figure.name}
        </OpensPanel>
      ),
    },
    {
      key: "house",
      header: "House",
      numeric: true,
      cell: ({ figure }) => <Value figure={figure} />,
      value: ({ figure }) => exact(figure),
    },
    ...view.ways.map(
      (way, i): Column<Row> => ({
        key: names[i] ?? String(i),
        header: wayName(names[i] ?? ""),
        numeric: true,
        cell: ({ index }) => (
          <Other
            way={way}
            name={names[i] ?? ""}
            index={index}
            chosen={chosen?.way === names[i] ? (chosen?.term ?? null) : null}
          />
        ),
        value: ({ index }) => {
          const figure = way.figures[index]?.figure;
          return figure ? exact(figure) : null;
        },
      }),
    ),
  ];
  return (
    <section className="card flex min-w-0 flex-col" aria-labelledby="side-title">
      <div className="px-4 pt-3">
        <h2 id="side-title" className="text-sm font-semibold">
          One period, counted {view.ways.length + 1} ways
        </h2>
        <p className="num mt-0.5 text-2xs text-subtle">
          Each value opens the accounts behind it, each difference those that cause it.
        </p>
      </div>
      <div className="mt-1">
        <DataTable
          caption="Figures counted several ways"
          columns={columns}
          rows={view.figures.map((figure, index) => ({ figure, index }))}
          rowKey={({ figure }) => figure.term}
          tall
          className="[&_tbody_td]:py-1"
        />
      </div>
    </section>
  );
}

function exact({ value, unit, currency }: Figure) {
  if (value === null) return null;
  return unit === "ratio"
    ? { share: value }
    : { money: majorOf(value, currency ?? "USD"), currency: currency ?? "USD" };
}

function Value({ figure, as }: { figure: Figure; as?: string }) {
  if (figure.value === null)
    return (
      <span title={figure.reason ?? "Not computable"} className="text-subtle">
        — <small className="max-w-40 whitespace-normal">{figure.reason}</small>
      </span>
    );
  return (
    <OpensPanel
      panel={drillOf(figure.term, { as })}
      className="link min-h-6 leading-6 font-semibold"
      data-figure={figure.term}
      data-value={figure.value}
      aria-label={`${figure.name}, ${as ? wayName(as) : "as the house counts"}: ${valueText(figure, true)}. Show the accounts behind it`}
    >
      {valueText(figure, true)}
    </OpensPanel>
  );
}

/** A figure another way, and how far it is from the house's: the way to the accounts that make it so. */
function Other({
  way,
  name,
  index,
  chosen,
}: {
  way: WayView;
  name: string;
  index: number;
  chosen: string | null;
}) {
  const { change } = useSearchState();
  const told = way.figures[index];
  if (!told) return <span className="text-subtle">—</span>;
  const { figure, difference, share, accounts } = told;
  const same = difference !== null && !/[1-9]/.test(difference);
  return (
    <>
      <Value figure={figure} as={name} />
      <small>
        {same && accounts === 0 ? (
          <span className="text-subtle">the same</span>
        ) : (
          <button
            type="button"
            aria-pressed={chosen === figure.term}
            className="link min-h-6 rounded-sm leading-6 hover:underline aria-pressed:font-semibold aria-pressed:text-fg"
            data-difference={difference ?? ""}
            aria-label={`${figure.name}: ${differenceText(difference, figure)}${share === null ? "" : ` (${percent(share, { signed: true })})`}, by ${counted(accounts, "account")}. Show which`}
            onClick={() => change({ figure: figure.term, way: name, q: undefined })}
          >
            {differenceText(difference, figure)}
            {share !== null && ` (${percent(share, { signed: true })})`}
          </button>
        )}
      </small>
    </>
  );
}
