import type { ImportReport } from "../imports/import-report.ts";
import type { UndoReport } from "../imports/undo-import.ts";
import type { Wire } from "../wire.ts";
import { table } from "./table.ts";
import { figureText } from "./values.ts";

/** An import's report as it travels. */
export type Report = Wire<ImportReport>;

function columnsOf(file: Report["files"][number]): string {
  return table(
    [{ title: "  column" }, { title: "read as" }, { title: "how" }, { title: "samples" }],
    file.columns.map((column) => [
      `  ${column.header}`,
      column.field ?? "(not read)",
      [column.format, column.decimal && `decimal ${column.decimal}`].filter(Boolean).join(", "),
      column.samples.join(" | ").slice(0, 60),
    ]),
  );
}

function fileText(file: Report["files"][number]): string {
  const head = `${file.name}: ${file.kind ?? "not recognised"}, ${file.rows} rows, ${file.encoding}, delimiter ${JSON.stringify(file.delimiter)}, end days ${file.endDays}`;
  const questions = file.questions.map(
    (q) =>
      `  ? ${q.column ?? ""} ${q.question}\n${q.answers.map((a) => `      ${a.option}: put ${a.mapping} into the mapping file`).join("\n")}`,
  );
  return [head, columnsOf(file), ...questions].join("\n");
}

function change({ before, after }: Pick<Report, "before" | "after">): string[] {
  if (!after) return [];
  const { period } = after.nrr;
  return [
    `ARR on ${period.to}: ${before ? figureText(before.arr) : "-"} -> ${figureText(after.arr)}`,
    `NRR ${period.from} to ${period.to}: ${before ? figureText(before.nrr) : "-"} -> ${figureText(after.nrr)}`,
  ];
}

/** An import's report for the person at the terminal. */
export function reportText(report: Report, dryRun: boolean): string {
  const { counts } = report;
  const rows = `${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.refused} refused`;
  const done = report.committed
    ? `Imported as ${report.id}: ${rows}`
    : dryRun
      ? `Dry run, nothing stored: ${rows}`
      : `Nothing stored: ${rows}`;
  return [
    ...report.files.map(fileText),
    ...report.stopped.map((stop) => `STOPPED ${stop.code} ${stop.file ?? ""}: ${stop.reason} ${stop.remedy}`),
    ...report.warnings.map(
      (w) =>
        `warning ${w.code} ${w.file}${w.line === null ? "" : ` line ${w.line}`}: ${w.reason}${w.count > 1 ? ` (${w.count} rows)` : ""}`,
    ),
    ...report.refusals
      .slice(0, 50)
      .map(
        (r) =>
          `refused ${r.code} ${r.file} line ${r.line}${r.column ? `, ${r.column}` : ""}: ${r.reason} ${r.remedy}`,
      ),
    ...(report.refusals.length > 50 ? [`... and ${report.refusals.length - 50} more refused rows`] : []),
    done,
    ...change(report),
  ].join("\n");
}

/** An undone import for the person at the terminal. */
export function undoText(undone: Wire<UndoReport>): string {
  const done = undone.already
    ? `${undone.id} was undone before; nothing was done`
    : `Undid ${undone.id}: ${undone.facts} facts restore what stood before it`;
  return [done, ...change(undone)].join("\n");
}
