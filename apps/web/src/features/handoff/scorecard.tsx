import { packetSections } from "@termwise/core/facts";
import { percent } from "../../lib/format.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { Handoff } from "./handoff.ts";

/** How much of what a packet should say it says, section by section. */
export function Scorecard({ handoff }: { handoff: Handoff }) {
  const { score, lines } = handoff.scorecard;
  return (
    <section aria-labelledby="scorecard-title" className="card">
      <div className="flex items-baseline justify-between gap-2 px-4 pt-3 pb-1">
        <h2 id="scorecard-title" className="text-sm font-semibold">
          Scorecard
        </h2>
        <p className="num text-sm font-semibold">{score === null ? "—" : percent(score)}</p>
      </div>
      <DataTable
        caption="Scorecard by section"
        scrollable={false}
        rows={lines}
        rowKey={({ section }) => section}
        columns={[
          {
            key: "section",
            header: "Section",
            cell: ({ section }) => packetSections[section],
            className: "whitespace-normal!",
          },
          {
            key: "filled",
            header: "Fields",
            numeric: true,
            cell: ({ filled, required }) => `${filled}/${required}`,
          },
          { key: "weight", header: "Weight", numeric: true, cell: ({ weight }) => weight },
        ]}
      />
    </section>
  );
}
