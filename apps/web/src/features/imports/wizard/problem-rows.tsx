import { count, counted } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FixCell } from "./fix-cell.tsx";
import { inWords } from "./in-words.ts";
import type { Checked, DraftWork } from "./use-draft.ts";

type Problem = NonNullable<Checked["details"]>["problems"][number];

interface Props {
  work: DraftWork;
  code: string;
  onCode: (code: string) => void;
}

/** Only the rows with a problem: the cell, what is wrong with it, and a field to put it right, in one row or in all alike. */
export function ProblemRows({ work, code, onCode }: Props) {
  const { details } = work.checked;
  if (!details) return null;
  const { problems, groups, codes, rows } = details;
  const choices = new Set(details.choices.map(({ field }) => field));
  const shown = problems.filter((problem) => code === "" || problem.code === code);
  const alike = (problem: Problem) =>
    groups.find(
      (group) =>
        group.file === problem.file &&
        group.code === problem.code &&
        group.column === problem.column &&
        group.value === problem.value,
    );
  const fix = (problem: Problem, column: string, lines: readonly number[], to: string) => {
    work.change(({ edits }) => ({
      edits: [...edits, { file: problem.file, column, lines: [...lines], to }],
    }));
  };
  const columns: Column<Problem>[] = [
    { key: "line", header: "Line", cell: (row) => <span className="num">{count(row.line)}</span> },
    { key: "file", header: "File", className: "text-muted max-lg:hidden", cell: (row) => row.file },
    {
      key: "fix",
      header: "Cell",
      className: "py-1.5! align-top",
      cell: (row) => (
        <>
          <FixCell
            problem={row}
            header={
              work.checked.report.files
                .find(({ name }) => name === row.file)
                ?.columns.map((one) => one.header) ?? []
            }
            lines={alike(row)?.lines ?? [row.line]}
            busy={work.busy}
            onFix={(column, lines, to) => fix(row, column, lines, to)}
          />
          <p className="max-w-64 pt-1 text-2xs whitespace-normal sm:hidden">
            {row.reason} <span className="text-muted">{inWords(row.remedy, choices)}</span>
          </p>
        </>
      ),
    },
    {
      key: "reason",
      header: "What is wrong, and what puts it right",
      className: "min-w-72 py-1.5! align-top whitespace-normal! max-sm:hidden",
      cell: (row) => (
        <>
          {row.reason} <span className="text-muted">{inWords(row.remedy, choices)}</span>
          <small className="font-mono">{row.code}</small>
        </>
      ),
    },
  ];
  return (
    <section className="card min-w-0" aria-labelledby="problems-title" data-problems={rows.refused}>
      <div className="flex flex-wrap items-center gap-2 px-4 pt-3 pb-2">
        <h3 id="problems-title" className="text-sm font-semibold">
          {counted(rows.refused, "row")} to put right
        </h3>
        <fieldset className="m-0 flex flex-wrap gap-1 border-0 p-0">
          <legend className="sr-only">Show one kind of problem</legend>
          <Button
            look={code === "" ? "plain" : "quiet"}
            aria-pressed={code === ""}
            onClick={() => onCode("")}
          >
            All
          </Button>
          {codes.map((one) => (
            <Button
              key={one.code}
              look={code === one.code ? "plain" : "quiet"}
              aria-pressed={code === one.code}
              onClick={() => onCode(one.code)}
            >
              <span className="font-mono text-2xs">{one.code}</span> {count(one.count)}
            </Button>
          ))}
        </fieldset>
        {work.draft.edits.length > 0 && (
          <Button
            look="quiet"
            disabled={work.busy}
            onClick={() => work.change(({ edits }) => ({ edits: edits.slice(0, -1) }))}
          >
            Take the last correction back
          </Button>
        )}
      </div>
      <DataTable
        caption="Rows to put right"
        columns={columns}
        rows={shown}
        rowKey={(row) => `${row.file} ${row.line}`}
      />
      <p className="px-4 py-2 text-2xs text-subtle">
        {shown.length < (code === "" ? rows.refused : (codes.find((one) => one.code === code)?.count ?? 0)) &&
          `The first ${count(shown.length)}. `}
        Rows that stay as they are will not be imported; they come back as a file with the reason beside each.
      </p>
    </section>
  );
}
