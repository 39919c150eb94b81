import { Check, CircleAlert } from "lucide-react";
import { count, counted } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { FileReport } from "./file-report.tsx";
import type { ImportReport } from "./hand-in.ts";
import { HeadlineChange } from "./headline-change.tsx";
import { Refusals, Warnings } from "./refusals.tsx";
import { RefusedDownload } from "./refused-download.tsx";

interface Props {
  report: ImportReport;
  committing: boolean;
  onAnswer: (file: string, answer: string) => void;
  onCommit: (confirm: boolean) => void;
  /** Begins another import; null where the report is one of the past. */
  onAgain: (() => void) | null;
}

/** What the files hold and what becomes of every row; the same report before and after the commit. */
export function Report({ report, committing, onAnswer, onCommit, onAgain }: Props) {
  const { counts, committed, stopped } = report;
  const accepted = counts.new + counts.changed;
  const said = committed
    ? `${count(accepted)} imported, ${count(counts.refused)} not imported`
    : "What this import would do";
  const questions = report.files.reduce((sum, file) => sum + file.questions.length, 0);
  const unsafe = stopped.length > 0 && stopped.every((stop) => stop.code === "E_SAFETY");
  const blocked = questions > 0 || (stopped.length > 0 && !unsafe);
  return (
    <div className="flex flex-col gap-4" data-import-report={committed ? "committed" : "dry-run"}>
      <section className="card" aria-labelledby="result-title">
        <div className="flex flex-wrap items-center justify-between gap-3 px-4 pt-3">
          <h2 id="result-title" className="flex items-center gap-2 text-md font-semibold">
            {committed && <Check size={18} strokeWidth={1.75} className="text-positive" aria-hidden />}
            {said}
          </h2>
          <p role="status" className="sr-only">
            {said}
          </p>
          {committed ? (
            <span className="flex flex-wrap items-center gap-2">
              <RefusedDownload report={report} />
              {onAgain && (
                <Button look="primary" size="large" onClick={onAgain}>
                  Import more files
                </Button>
              )}
            </span>
          ) : (
            <Button
              look="primary"
              size="large"
              disabled={committing || blocked || (accepted === 0 && !unsafe)}
              onClick={() => onCommit(unsafe)}
            >
              {committing
                ? "Importing"
                : unsafe
                  ? "Import nevertheless"
                  : `Import ${counted(accepted, "row")}`}
            </Button>
          )}
        </div>
        {stopped.map((stop) => (
          <p
            key={`${stop.file} ${stop.reason}`}
            className="mx-4 mt-3 flex gap-2 rounded-card bg-warning-chip px-3 py-2 text-xs text-warning"
          >
            <CircleAlert size={16} strokeWidth={1.5} aria-hidden className="mt-0.5 flex-none" />
            <span>
              {stop.file && <span className="font-medium">{stop.file}: </span>}
              {stop.reason} {stop.remedy}
            </span>
          </p>
        ))}
        {!committed && questions > 0 && stopped.length === 0 && (
          <p className="px-4 pt-2 text-xs text-muted">
            {counted(questions, "question")} below must be answered first.
          </p>
        )}
        <dl className="num mt-3 grid grid-cols-2 gap-px border-t border-line bg-line *:bg-surface sm:grid-cols-4">
          <Count name="New" value={counts.new} note="rows not seen before" />
          <Count name="Changed" value={counts.changed} note="rows that say something else now" />
          <Count name="Unchanged" value={counts.unchanged} note="rows already known" />
          <Count
            name="Refused"
            value={counts.refused}
            note="rows handed back with a reason"
            bad={counts.refused > 0}
          />
        </dl>
        <HeadlineChange report={report} />
      </section>
      {report.files.map((file) => (
        <FileReport
          key={file.name}
          file={file}
          onAnswer={committed ? null : (answer) => onAnswer(file.name, answer)}
        />
      ))}
      <Refusals refusals={report.refusals} />
      <Warnings warnings={report.warnings} />
    </div>
  );
}

interface CountProps {
  name: string;
  value: number;
  note: string;
  bad?: boolean;
}

function Count({ name, value, note, bad = false }: CountProps) {
  return (
    <div className="px-4 py-3">
      <dt className="text-xs text-muted">{name}</dt>
      <dd>
        <span className={bad ? "figure text-negative" : "figure"} data-count={name.toLowerCase()}>
          {count(value)}
        </span>
        <span className="block text-2xs text-subtle">{note}</span>
      </dd>
    </div>
  );
}
