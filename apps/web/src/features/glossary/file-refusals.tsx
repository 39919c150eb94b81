import { count, counted } from "../../lib/format.ts";
import type { Outputs } from "../../lib/trpc.ts";

type Refusal = Outputs["glossary"]["checkFile"]["refusals"][number];

/** Why a file is refused, each with its line, its field and a remedy. */
export function FileRefusals({ refusals, refused }: { refusals: readonly Refusal[]; refused: number }) {
  return (
    <section className="card min-w-0" role="alert" aria-labelledby="refusals-title">
      <header className="px-4 pt-3 pb-2">
        <h2 id="refusals-title" className="text-sm font-semibold">
          The file is refused: {counted(refused, "thing is", "things are")} wrong with it
        </h2>
        <p className="mt-1 text-xs text-muted">
          Nothing of it was taken, the rows that are right neither. Correct these and choose the file again.
        </p>
      </header>
      <ul aria-label="What is wrong with the file" className="text-xs">
        {refusals.map((refusal) => (
          <li
            key={`${refusal.line} ${refusal.term} ${refusal.field} ${refusal.reason}`}
            className="grid gap-x-6 gap-y-0.5 border-t border-line px-4 py-2 @[47.5rem]/page:grid-cols-[300px_minmax(0,1fr)]"
          >
            <p className="flex min-w-0 flex-wrap content-start gap-x-3">
              <span className="num text-subtle">Line {count(refusal.line)}</span>
              {refusal.term !== null && (
                <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{refusal.term}</span>
              )}
              {refusal.field !== null && <span className="text-muted">{refusal.field}</span>}
            </p>
            <p className="max-w-[88ch] min-w-0 [overflow-wrap:anywhere]">
              {refusal.reason} <span className="text-muted">{refusal.remedy}</span>
            </p>
          </li>
        ))}
      </ul>
      {refused > refusals.length && (
        <p className="border-t border-line px-4 py-2 text-2xs text-subtle">
          The first {count(refusals.length)} are shown.
        </p>
      )}
    </section>
  );
}
