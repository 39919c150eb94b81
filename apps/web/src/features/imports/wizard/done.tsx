import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { count, momentText } from "../../../lib/format.ts";
import { type Inputs, trpc } from "../../../lib/trpc.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { HeadlineChange } from "../headline-change.tsx";
import { Refusals } from "../refusals.tsx";
import { RefusedDownload } from "../refused-download.tsx";
import { UndoImport } from "../undo-import.tsx";
import { Tile } from "./tile.tsx";

type ImportId = Inputs["imports"]["one"]["id"];

/** What an import did: how many rows were taken, those that were not as a file, and how to take it back. */
export function Done({ id }: { id: string }) {
  const query = useQuery(trpc.imports.one.queryOptions({ id: id as ImportId }));
  return (
    <Loaded query={query} what="The import" skeleton={<Skeleton className="h-64" />}>
      {({ report, undone }) => {
        const { counts } = report;
        const said = `${count(counts.new + counts.changed)} imported, ${count(counts.refused)} not imported`;
        return (
          <div className="flex flex-col gap-4" data-import-report="committed">
            <section className="card" aria-labelledby="done-title">
              <div className="flex flex-wrap items-center gap-3 px-4 pt-3 pb-3">
                <h2 id="done-title" className="flex flex-1 items-center gap-2 text-md font-semibold">
                  <Check size={18} strokeWidth={1.75} className="text-positive" aria-hidden />
                  {undone ? `Undone at ${momentText(undone.at)}` : said}
                </h2>
                <p role="status" className="sr-only">
                  {undone ? "Undone" : said}
                </p>
                <RefusedDownload report={report} />
                <UndoImport id={report.id ?? ""} undone={undone} />
                <Link to="/data/imports/new" search={{}} className={buttonClass("primary", "large")}>
                  Import more files
                </Link>
              </div>
              <dl className="num grid grid-cols-2 gap-px border-t border-line bg-line *:bg-surface @[36rem]/page:grid-cols-4">
                <Tile name="New" value={counts.new} note="rows not seen before" />
                <Tile name="Changed" value={counts.changed} note="rows that said something else" />
                <Tile name="Unchanged" value={counts.unchanged} note="rows already known" />
                <Tile name="Refused" value={counts.refused} note="rows handed back with a reason" bad />
              </dl>
              <HeadlineChange report={report} />
            </section>
            <Refusals refusals={report.refusals} />
          </div>
        );
      }}
    </Loaded>
  );
}
