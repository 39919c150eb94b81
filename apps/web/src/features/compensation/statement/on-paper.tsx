import { readable } from "../../../lib/format.ts";
import type { StatementView } from "./view.ts";

/** How each line came about, for the paper alone: on screen each line opens it. */
export function TracesOnPaper({ view }: { view: StatementView }) {
  if (view.lines.length === 0) return null;
  return (
    <section className="hidden print:block">
      <h2 className="mb-2 text-sm font-semibold">How each line came about</h2>
      <ol className="flex flex-col gap-2 text-2xs">
        {view.lines.map((line) => (
          <li key={line.lineId} className="border-t border-line pt-1">
            <p className="font-medium">
              {line.accountName ?? line.component}: {line.lineId}
            </p>
            {(view.steps[line.lineId] ?? []).map(({ step, text }) => (
              <p key={step} className="num">
                <span className="text-subtle">{step}:</span> {readable(text)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
