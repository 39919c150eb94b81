import { useState } from "react";
import { counted } from "../../../lib/format.ts";
import { Empty } from "../../../ui/states.tsx";
import { Warnings } from "../refusals.tsx";
import { ControlTotals } from "./control-totals.tsx";
import { inWords } from "./in-words.ts";
import { ProblemRows } from "./problem-rows.tsx";
import { Stops } from "./stops.tsx";
import { Tile } from "./tile.tsx";
import type { DraftWork } from "./use-draft.ts";

/** Rows that need a hand, with the cell that is wrong: put right here, or left out. */
export function CheckStep({ work }: { work: DraftWork }) {
  const [code, setCode] = useState("");
  const { report, details } = work.checked;
  if (!details) return null;
  const { rows } = details;
  const choices = new Set(details.choices.map(({ field }) => field));
  return (
    <>
      <Stops stops={report.stopped} />
      <section className="card" aria-label="Rows of the files">
        <dl className="num grid grid-cols-2 gap-px bg-line *:bg-surface @[36rem]/page:grid-cols-3 @[60rem]/page:grid-cols-6">
          <Tile name="Rows" value={rows.all} note="in the files" />
          <Tile name="OK" value={rows.fine} note="nothing to say" />
          <Tile name="With a warning" value={rows.warned} note="taken, worth a look" />
          <Tile name="Errors" value={rows.refused} note="not taken as they stand" bad />
          <Tile name="Doubled" value={rows.doubled} note="of these rows, in a file twice" />
          <Tile name="Known already" value={rows.known} note="of the rows that are taken" />
        </dl>
      </section>
      {rows.refused === 0 ? (
        <section className="card" aria-label="Rows to put right">
          <Empty title="No row needs a hand.">
            {counted(rows.all, "row")} can be imported as {rows.all === 1 ? "it stands" : "they stand"}.
          </Empty>
        </section>
      ) : (
        <ProblemRows work={work} code={code} onCode={setCode} />
      )}
      <ControlTotals totals={details.totals} />
      <Warnings warnings={report.warnings} say={(text) => inWords(text, choices)} />
    </>
  );
}
