import { Printer } from "lucide-react";
import { useSearchState } from "../../../lib/use-search.ts";
import { Button } from "../../../ui/button.tsx";
import { periodName } from "../../../ui/figure-text.ts";
import { Page } from "../../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { useStatement, useStatements } from "../comp.ts";
import { DraftMark } from "../draft-mark.tsx";
import { LinePanel } from "./line-panel.tsx";
import { StatementActions } from "./statement-actions.tsx";
import { mayChange, StatementBody } from "./statement-body.tsx";
import { StatementExports } from "./statement-exports.tsx";

const crumbs = [{ label: "Compensation", to: "/comp" }];

/** One statement by its number: what was earned, why, and what may be taken back. */
export function StatementPage({ id }: { id: string }) {
  if (/^[1-9]\d{0,8}$/.test(id)) return <OneStatement number={Number(id)} />;
  return (
    <Page title="No such statement" crumbs={crumbs}>
      <div className="card">
        <Empty title="There is no such statement.">Statements go by their numbers.</Empty>
      </div>
    </Page>
  );
}

function OneStatement({ number }: { number: number }) {
  const query = useStatement(number);
  const { search } = useSearchState();
  const view = query.data;
  const rows = useStatements(view?.person ?? null).data?.statements ?? [];
  const lineId = /^line:(.+)$/.exec(search["panel"] ?? "")?.[1];
  const line = view?.lines.find((one) => one.lineId === lineId);
  const title = view ? `${periodName(view.period.text)}, ${view.person}` : "Statement";
  return (
    <Page
      title={title}
      crumbs={crumbs}
      tools={
        view && (
          <span className="no-print flex items-center gap-2">
            <StatementExports view={view} />
            <Button onClick={() => print()} className="max-sm:hidden">
              <Printer size={14} strokeWidth={1.5} aria-hidden />
              Print
            </Button>
          </span>
        )
      }
      {...(view && line
        ? { panel: <LinePanel key={line.lineId} view={view} line={line} rows={rows} /> }
        : {})}
    >
      <Loaded query={query} what="The statement" skeleton={<Skeleton className="h-[640px]" />}>
        {(found) => (
          <>
            {mayChange(found.status) && (
              <DraftMark text="DRAFT">
                A draft: it may still change until it is published, and nothing is paid by it.
              </DraftMark>
            )}
            <StatementActions view={found} />
            <StatementBody view={found} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
