import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { mayI } from "../../lib/who.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { DropFiles } from "./drop-files.tsx";
import { FileGuide } from "./file-guide.tsx";
import { HandInRefused, handIn, type ImportReport } from "./hand-in.ts";
import { answered, type Mapping } from "./mapping.ts";
import { PastImports } from "./past-imports.tsx";
import { Report } from "./report.tsx";

/** Files in; what they hold, what would change and what is refused; then the commit. */
export function ImportsPage({ first }: { first: ReactNode }) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [mapping, setMapping] = useState<Mapping>({});
  const [report, setReport] = useState<ImportReport | null>(null);
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: handIn,
    onSuccess: (answer) => {
      setReport(answer);
      if (answer.committed) void client.invalidateQueries();
    },
  });
  const check = (chosen: readonly File[], by: Mapping) => {
    setFiles(chosen);
    setMapping(by);
    if (chosen.length === 0) return setReport(null);
    send.mutate({ files: chosen, mapping: Object.keys(by).length > 0 ? by : null, dryRun: true });
  };
  const commit = (confirm: boolean) =>
    send.mutate({ files, mapping: Object.keys(mapping).length > 0 ? mapping : null, dryRun: false, confirm });
  const begin = () => {
    setReport(null);
    check([], {});
    send.reset();
  };
  const checking = send.isPending && send.variables?.dryRun === true;
  const committing = send.isPending && send.variables?.dryRun === false;
  return (
    <Page
      title="Imports"
      crumbs={[{ label: "Data", to: "/data/imports" }]}
      tools={
        mayI("imports.draft") && (
          <Link to="/data/imports/new" search={{}} className={buttonClass("primary")}>
            New import, step by step
          </Link>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {first ??
          (!report?.committed && mayI("POST /api/imports") && (
            <DropFiles
              files={files}
              busy={send.isPending}
              onChoose={(more) => check(withFiles(files, more), mapping)}
              onRemove={(name) =>
                check(
                  files.filter((file) => file.name !== name),
                  mapping,
                )
              }
            />
          ))}
        {checking && (
          <p role="status" className="px-1 text-xs text-muted">
            Reading {files.length === 1 ? files[0]?.name : `${files.length} files`}. Nothing is stored by a
            check.
          </p>
        )}
        {send.isError && (
          <p role="alert" className="card flex items-start gap-2 p-4 text-xs">
            <CircleAlert size={16} strokeWidth={1.5} aria-hidden className="mt-0.5 flex-none text-negative" />
            <span>
              {send.error.message}
              {send.error instanceof HandInRefused && send.error.requestId && (
                <span className="block font-mono text-2xs text-subtle">Request {send.error.requestId}</span>
              )}
            </span>
          </p>
        )}
        {report && !checking && (
          <Report
            report={report}
            committing={committing}
            onAnswer={(file, answer) => check(files, answered(mapping, file, answer))}
            onCommit={commit}
            onAgain={begin}
          />
        )}
        {files.length === 0 && !report && mayI("POST /api/imports") && <FileGuide />}
        <PastImports />
      </div>
    </Page>
  );
}

/** A file of the same name replaces the earlier one: the corrected export is handed in under its name. */
function withFiles(files: readonly File[], more: readonly File[]): File[] {
  const names = new Set(more.map((file) => file.name));
  return [...files.filter((file) => !names.has(file.name)), ...more];
}
