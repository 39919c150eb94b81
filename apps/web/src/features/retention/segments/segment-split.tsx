import { ShiftBridge } from "../../../charts/shift-bridge.tsx";
import { counted, percent, percentNumber, points } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { keyOf, nameOf, type SegmentView } from "./segments-data.ts";

const measures = [
  { value: "nrr", label: "NRR" },
  { value: "grr", label: "GRR" },
  { value: "logo", label: "Logo" },
] as const;

type Split = NonNullable<SegmentView["splits"]["nrr"]>;
type Part = Split["parts"][number];

/** More parts than this are drawn as one. */
const most = 10;

/** Hundredths of a point, as whole numbers: the way printed decimals add up. */
const hundredths = (pp: string) => Number(pp.replace(".", ""));
const printed = (of: number) => (of / 100).toFixed(2);
const pp = (text: string) => points(text, { digits: 2 });
const bare = (text: string) => points(text, { digits: 2, unit: false });
const sumOf = (part: Pick<Part, "rate" | "mix">) => printed(hundredths(part.rate) + hundredths(part.mix));

/** What moved the whole: what each part did by its own rate and by its weight, as a bridge in points that adds up. */
export function SegmentSplit({ view }: { view: SegmentView }) {
  const { search, change } = useSearchState();
  const measure = measures.find(({ value }) => value === search["rate"]) ?? measures[0];
  const split = view.splits[measure.value];
  return (
    <ChartFrame
      name="split"
      title={`Mix or rate: the change of ${measure.label === "Logo" ? "logo retention" : measure.label}`}
      subtitle="pp; full: the part's own rate; hatched: its weight. Zoomed to the movements"
      summary={split ? splitSummary(split, measure.label) : reasonOf(view)}
      tools={
        <Segmented
          label="Whose change"
          value={measure.value}
          options={measures}
          onChange={(rate) => change({ rate: rate === "nrr" ? undefined : rate })}
        />
      }
      table={split ? <SplitTable split={split} view={view} /> : <Nothing view={view} />}
    >
      {split ? (
        <ShiftBridge
          label={`What moved it, part by part. ${splitSummary(split, measure.label)}`}
          from={{ name: "Prior year", text: split.before === null ? "—" : percent(split.before) }}
          to={{ name: "This period", text: split.after === null ? "—" : percent(split.after) }}
          rows={drawn(split, view)}
        />
      ) : (
        <Nothing view={view} />
      )}
    </ChartFrame>
  );
}

function drawn(split: Split, view: SegmentView) {
  const shown = split.parts.length > most ? split.parts.slice(0, most - 1) : split.parts;
  const rest = split.parts.slice(shown.length);
  const total = (of: "rate" | "mix") => printed(rest.reduce((sum, part) => sum + hundredths(part[of]), 0));
  const rows = [
    ...shown.map((part) => ({ key: keyOf(part.values), name: nameOf(part.values, view.by), ...part })),
    ...(rest.length > 0
      ? [{ key: "rest", name: `${rest.length} others`, rate: total("rate"), mix: total("mix") }]
      : []),
  ];
  return rows.map(({ key, name, rate, mix }) => ({
    key,
    name,
    rate: Number(rate),
    mix: Number(mix),
    text: pp(sumOf({ rate, mix })),
    under: `${points(rate, { digits: 2, unit: false })} / ${points(mix, { digits: 2, unit: false })}`,
  }));
}

const times = [
  { at: 0, key: "_before", title: ", prior year" },
  { at: 1, key: "", title: "" },
] as const;

function SplitTable({ split, view }: { split: Split; view: SegmentView }) {
  // On screen before and now stand in one column, weights and accounts below the rates; in files each has a column of its own.
  const share = (of: string | null) => (of === null ? "—" : percent(of));
  const shareCell = (of: string | null) => (of === null ? null : { share: of });
  const pair = (of: readonly (string | null)[]) => `${share(of[0] ?? null)} → ${share(of[1] ?? null)}`;
  const columns: Column<Part>[] = [
    {
      key: "name",
      header: "Part",
      cell: (part) => nameOf(part.values, view.by),
      footer: "Change",
    },
    ...times.flatMap(({ at, key, title }): Column<Part>[] => [
      {
        key: `accounts${key}`,
        header: `Accounts${title}`,
        className: "hidden",
        cell: ({ accounts }) => accounts[at],
        value: ({ accounts }) => ({ number: String(accounts[at] ?? 0) }),
      },
      {
        key: `weight${key}`,
        header: `Weight${title}`,
        className: "hidden",
        cell: ({ weights }) => share(weights[at] ?? null),
        value: ({ weights }) => shareCell(weights[at] ?? null),
      },
      {
        key: `rate${key}`,
        header: `Rate${title}`,
        className: "hidden",
        cell: ({ rates }) => share(rates[at] ?? null),
        value: ({ rates }) => shareCell(rates[at] ?? null),
        footer: (
          <span data-cell={JSON.stringify(shareCell(at === 0 ? split.before : split.after))}>
            {share(at === 0 ? split.before : split.after)}
          </span>
        ),
      },
    ]),
    {
      key: "rates",
      header: "Rate",
      numeric: true,
      className: "no-export",
      cell: ({ rates, weights, accounts }) => (
        <>
          {pair(rates)}
          <small>
            weight {weights.map((of) => (of === null ? "—" : percentNumber(of))).join(" → ")} %, n{" "}
            {accounts.join(" → ")}
          </small>
        </>
      ),
      footer: pair([split.before, split.after]),
    },
    {
      key: "by_rate_pp",
      header: "By rate, pp",
      numeric: true,
      value: ({ rate }) => ({ points: rate }),
      cell: ({ rate }) => bare(rate),
      footer: <span data-cell={JSON.stringify({ points: split.rate })}>{bare(split.rate)}</span>,
    },
    {
      key: "by_mix_pp",
      header: "By mix, pp",
      numeric: true,
      value: ({ mix }) => ({ points: mix }),
      cell: ({ mix }) => bare(mix),
      footer: <span data-cell={JSON.stringify({ points: split.mix })}>{bare(split.mix)}</span>,
    },
    {
      key: "both_pp",
      header: "Both, pp",
      numeric: true,
      value: (part) => ({ points: sumOf(part) }),
      cell: (part) => bare(sumOf(part)),
      footer: (
        <span data-total={split.total} data-cell={JSON.stringify({ points: split.total })}>
          {bare(split.total)}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption="What each part did to the change"
      columns={columns}
      rows={split.parts}
      rowKey={(part) => keyOf(part.values)}
      tall
      footer
    />
  );
}

function Nothing({ view }: { view: SegmentView }) {
  return <p className="grid min-h-40 place-items-center px-4 text-xs text-muted">{reasonOf(view)}</p>;
}

function reasonOf({ compare, all }: SegmentView): string {
  if (compare === null) return "Choose a period to compare with: a change needs two.";
  if (all.openingBefore === "0" || all.openingBefore === null || all.opening === "0")
    return "One of the two periods has no ARR at its opening.";
  return "The whole-book minimum is no sum over parts: choose another way to count GRR.";
}

/** The change and its two causes, and the part that did most. */
function splitSummary(split: Split, name: string): string {
  const [most] = split.parts;
  const said = `${name === "Logo" ? "Logo retention" : name} ${pp(split.total)}: rate ${pp(split.rate)}, mix ${pp(split.mix)}`;
  if (!most) return `${said}.`;
  return `${said}, over ${counted(split.parts.length, "part")}.`;
}
