import { useQuery } from "@tanstack/react-query";
import { momentText } from "../../lib/format.ts";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { Page } from "../../ui/page.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { Report } from "./report.tsx";
import { UndoImport } from "./undo-import.tsx";

type Past = Outputs["imports"]["one"];

/** One import of the past: when and by whom, its report as it was given, and its refused rows to download. */
export function PastImportPage({ id }: { id: string }) {
  const query = useQuery(trpc.imports.one.queryOptions({ id: id as Inputs["imports"]["one"]["id"] }));
  const names = query.data?.report.files.map(({ name }) => name).join(", ");
  return (
    <Page
      title={names || "Import"}
      crumbs={[
        { label: "Data", to: "/data/imports" },
        { label: "Imports", to: "/data/imports" },
      ]}
    >
      <Loaded query={query} what="The report of this import" skeleton={<Skeleton className="h-64" />}>
        {(past) => <PastImport past={past} />}
      </Loaded>
    </Page>
  );
}

function PastImport({ past: { id, createdAt, byName, undone, report } }: { past: Past }) {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3 px-1 text-xs text-muted">
        <p className="num">
          Imported {momentText(createdAt)}
          {byName !== null && ` by ${byName}`}
          {report.savedMapping && `, read by the saved mapping “${report.savedMapping.name}”`}
        </p>
        <UndoImport id={id} undone={undone} />
      </div>
      <Report
        report={report}
        committing={false}
        onAnswer={() => undefined}
        onCommit={() => undefined}
        onAgain={null}
      />
    </div>
  );
}
