import { count, counted, dayText, exactNumber } from "../../../lib/format.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { periodName } from "../../../ui/figure-text.ts";
import type { Quarter } from "./surveys.ts";

const kinds = [
  { key: "detractors", name: "Detractors", color: "var(--negative)" },
  { key: "passives", name: "Passive", color: "color-mix(in srgb, var(--health-unknown) 40%, transparent)" },
  { key: "promoters", name: "Promoters", color: "var(--positive)" },
] as const;

const told = (value: string | null) => (value === null ? "—" : exactNumber(value));

/** Who promotes and who detracts, quarter by quarter. */
export function NpsQuarters({ quarters }: { quarters: readonly Quarter[] }) {
  const known = quarters.filter(({ nps }) => nps.value !== null);
  const [first, last] = [known.at(0), known.at(-1)];
  return (
    <ChartFrame
      name="nps"
      title="NPS by quarter"
      subtitle="Share of people who promote, are passive and detract; the score to the right"
      summary={
        first && last && first !== last
          ? `NPS was ${told(first.nps.value)} in ${periodName(first.text)} and ${told(last.nps.value)} in ${periodName(last.text)}.`
          : "A movement takes two quarters that enough people answered in."
      }
      terms={["nps", "csat", "ces"]}
      table={<QuarterTable quarters={quarters} />}
    >
      <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-2xs text-muted" aria-label="Kinds">
        {kinds.map(({ key, name, color }) => (
          <li key={key} className="inline-flex items-center gap-1.5">
            <span aria-hidden className="size-2.5 rounded-[2px]" style={{ background: color }} /> {name}
          </li>
        ))}
      </ul>
      <ol className="flex flex-col gap-1.5" aria-label="NPS by quarter">
        {quarters.map(({ text, nps, open }) => (
          <li
            key={text}
            className="grid grid-cols-[4rem_minmax(0,1fr)_5.5rem] sm:grid-cols-[5.5rem_minmax(0,1fr)_9rem] items-center gap-3 text-xs"
          >
            <span className="num text-muted">
              {periodName(text)}
              {open && <small className="block text-2xs text-subtle">to date</small>}
            </span>
            <span aria-hidden className="flex h-3.5 gap-px overflow-hidden rounded-[2px] bg-sunken">
              {kinds.map(({ key, color }) =>
                nps[key] === 0 ? null : <span key={key} style={{ flexGrow: nps[key], background: color }} />,
              )}
            </span>
            <span className="num text-right">
              {told(nps.value)}
              <small className="ml-2 whitespace-nowrap text-2xs text-subtle max-sm:block">
                {counted(nps.answers, "answer")}
              </small>
            </span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}

function QuarterTable({ quarters }: { quarters: readonly Quarter[] }) {
  return (
    <DataTable
      caption="Surveys by quarter"
      rows={quarters}
      rowKey={({ text }) => text}
      columns={[
        {
          key: "quarter",
          header: "Quarter",
          cell: ({ text, to, open }) => (
            <>
              {periodName(text)}
              <small>{open ? "to date" : `to ${dayText(to)}`}</small>
            </>
          ),
        },
        { key: "nps", header: "NPS", numeric: true, cell: ({ nps }) => told(nps.value) },
        ...kinds.toReversed().map(({ key, name }) => ({
          key,
          header: name,
          numeric: true,
          cell: ({ nps }: Quarter) => count(nps[key]),
        })),
        { key: "csat", header: "CSAT", numeric: true, cell: ({ csat }) => told(csat.value) },
        { key: "ces", header: "CES", numeric: true, cell: ({ ces }) => told(ces.value) },
        { key: "pulse", header: "Pulse", numeric: true, cell: ({ pulse }) => told(pulse.value) },
        {
          key: "experience",
          header: "Experience",
          numeric: true,
          cell: ({ experience }) => told(experience.value),
        },
      ]}
    />
  );
}
