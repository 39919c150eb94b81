import { Link } from "@tanstack/react-router";
import { counted } from "../../lib/format.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { useStatement, useStatements } from "./comp.ts";
import { CompTabs } from "./comp-tabs.tsx";
import { DraftMark } from "./draft-mark.tsx";
import { Letters } from "./letters.tsx";
import { PayBridgeCard } from "./statement/pay-bridge-card.tsx";
import { mayChange } from "./statement/statement-body.tsx";
import { StatementHead } from "./statement/statement-head.tsx";
import { StatementList } from "./statement/statement-list.tsx";

/** One's own pay: the latest statement at a glance, every one there is, and the letters about one's plans. */
export function MyStatementPage() {
  const query = useStatements();
  return (
    <Page title="My statement" term="nrr-comp-plan">
      <CompTabs />
      <Loaded query={query} what="Your statements" skeleton={<Skeleton className="h-[420px]" />}>
        {({ person, statements }) => {
          const [latest] = statements;
          return latest ? (
            <>
              <Latest number={latest.number} />
              <StatementList rows={statements} title="Every statement" />
              <Letters />
            </>
          ) : (
            <>
              <div className="card">
                <Empty
                  title={person === null ? "You have no comp plan." : "You have no statement yet."}
                  actions={
                    <Link to="/settings/pay" className={buttonClass("plain", "large")}>
                      Who can read your pay
                    </Link>
                  }
                >
                  A statement says what was earned, why, and what may be taken back; every line opens how it
                  came about.
                </Empty>
              </div>
              {person !== null && <Letters />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Latest({ number }: { number: number }) {
  const query = useStatement(number);
  return (
    <Loaded query={query} what="The latest statement" skeleton={<Skeleton className="h-[420px]" />}>
      {(view) => (
        <>
          {mayChange(view.status) && (
            <DraftMark text="DRAFT">The latest statement is a draft: it may still change.</DraftMark>
          )}
          <StatementHead view={view} />
          <PayBridgeCard
            lines={view.lines}
            total={view.total}
            currency={view.currency}
            open={mayChange(view.status)}
          />
          <p className="no-print">
            <Link
              to="/comp/statements/$id"
              params={{ id: String(view.number) }}
              className={buttonClass("primary", "large")}
            >
              Open it with its {counted(view.lines.length, "line")}
            </Link>
          </p>
        </>
      )}
    </Loaded>
  );
}
