import { HeadlineChange } from "../headline-change.tsx";
import { ChangedRows } from "./changed-rows.tsx";
import { Stops } from "./stops.tsx";
import { Tile } from "./tile.tsx";
import type { DraftWork } from "./use-draft.ts";

/** What would become of every row, field by field, and what it does to the figures leadership reads. */
export function PreviewStep({ work }: { work: DraftWork }) {
  const { report, details } = work.checked;
  const { counts } = report;
  return (
    <>
      <Stops stops={report.stopped} />
      <section className="card" aria-label="What would change">
        <dl className="num grid grid-cols-2 gap-px bg-line *:bg-surface @[36rem]/page:grid-cols-4">
          <Tile name="Create" value={counts.new} note="rows not seen before" />
          <Tile name="Update" value={counts.changed} note="rows that say something else now" />
          <Tile name="Unchanged" value={counts.unchanged} note="rows already known" />
          <Tile name="Skipped" value={counts.refused} note="rows handed back with a reason" bad />
        </dl>
        <HeadlineChange report={report} />
      </section>
      {details && <ChangedRows changed={details.changed} all={counts.changed} />}
    </>
  );
}
