import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { count, readable } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { Page } from "../../../ui/page.tsx";
import { Pages } from "../../../ui/pages.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { AtRiskFigure } from "../at-risk-figure.tsx";
import { EscalationDialog } from "../escalation/escalation-dialog.tsx";
import { exitWords } from "../exit-words.ts";
import { type Queue, usePage, useQueue } from "../health.ts";
import { QueueList } from "./queue-list.tsx";
import { RankDialog } from "./rank-dialog.tsx";
import { type Decision, RiskDialog } from "./risk-dialog.tsx";
import { RiskFlow } from "./risk-flow.tsx";
import { endsText, type Place, places, type RiskRow } from "./risk-words.ts";

/** The accounts at risk in the order of their rank: why, what is done, who has it, and what can be decided. */
export function RiskPage({ filters }: { filters: ReactNode }) {
  const { search } = useSearchState();
  const place = (Object.keys(places) as Place[]).find((one) => one === search["queue"]) ?? "queue";
  const query = useQueue({ place, page: usePage().page });
  return (
    <Page
      title="At risk"
      term="at-risk"
      filters={filters}
      tools={
        <>
          <Link to="/risk/detractors" className={buttonClass()}>
            Detractors
          </Link>
          <Link to="/risk/flags" className={buttonClass()}>
            Red flags
          </Link>
        </>
      }
    >
      <Loaded query={query} what="The accounts at risk" skeleton={<Skeleton className="h-96" />}>
        {(queue) => <QueueCard queue={queue} place={place} />}
      </Loaded>
    </Page>
  );
}

function QueueCard({ queue, place }: { queue: Queue; place: Place }) {
  const { rows, rule, arrAtRisk, currency } = queue;
  const { change } = useSearchState();
  const { goTo } = usePage();
  const [ranked, setRanked] = useState<RiskRow | null>(null);
  const [asked, setAsked] = useState<{ row: RiskRow; decision: Decision } | null>(null);
  const [raised, setRaised] = useState<{ row: RiskRow; does: "escalate" | "close" } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const inPlace = new Map(queue.places.map((one) => [one.place, one.accounts]));
  return (
    <section className="card min-w-0" aria-labelledby="queue-title">
      <div className="flex flex-wrap items-start gap-x-8 gap-y-3 px-4 pt-3 pb-3">
        <AtRiskFigure figure={queue.arrAtRisk} />
        <RiskFlow flow={queue.flow} currency={currency} />
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line px-4 pt-3 pb-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="queue-title" className="text-sm font-semibold">
            At-risk queue
          </h2>
          <p className="max-w-[84ch] text-2xs text-subtle">
            {readable(arrAtRisk.policyText)}. Of a score that is not known whole both ends are below. An
            account leaves the queue with {exitWords[rule.exit].toLowerCase()}. Rank = ARR in thousands ×
            chance of loss × urgency.
          </p>
        </div>
        <Segmented
          label="Show"
          value={place}
          options={(Object.keys(places) as Place[]).map((value) => ({
            value,
            label: `${places[value]} ${count(inPlace.get(value) ?? 0)}`,
          }))}
          onChange={(next) => change({ queue: next === "queue" ? undefined : next, page: undefined })}
        />
      </div>
      {trouble !== null && (
        <div className="px-4">
          <FormMessage text={trouble} />
        </div>
      )}
      {rows.length === 0 ? (
        <Nobody queue={queue} place={place} />
      ) : (
        <QueueList
          queue={queue}
          rows={rows}
          place={place}
          onRank={setRanked}
          onDecide={(row, decision) => setAsked({ row, decision })}
          onEscalate={(row, does) => setRaised({ row, does })}
          onTrouble={setTrouble}
        />
      )}
      <div className="flex justify-end px-4 py-2 empty:hidden">
        <Pages of="the queue" {...queue} onGo={goTo} />
      </div>
      <RankDialog row={ranked} currency={currency} saves={queue.saves} onClose={() => setRanked(null)} />
      <RiskDialog asked={asked} today={queue.on} people={peopleOf(rows)} onClose={() => setAsked(null)} />
      <EscalationDialog
        asked={raised && { accountId: raised.row.accountId, does: raised.does }}
        name={raised?.row.name}
        onClose={() => setRaised(null)}
      />
    </section>
  );
}

const peopleOf = (rows: readonly RiskRow[]): string[] =>
  [...new Set(rows.flatMap(({ owner, csm, ae, am, manager }) => [owner, csm, ae, am, manager.name]))]
    .flatMap((name) => name ?? [])
    .sort();

function Nobody({ queue: { places: all, rule, closest }, place }: { queue: Queue; place: Place }) {
  if (place === "snoozed")
    return (
      <Empty title="Nothing is put off.">
        An account that is put off with a reason waits here until its day.
      </Empty>
    );
  if (place === "accepted")
    return (
      <Empty title="No loss is accepted.">
        An account nobody tries to keep any more stands here with the reason.
      </Empty>
    );
  if (all.some(({ accounts }) => accounts > 0))
    return (
      <Empty title="Every account at risk is decided about.">
        They are put off or their loss is accepted; each comes back on its day.
      </Empty>
    );
  return (
    <Empty title="No account is at risk.">
      By the last weekly measurement nobody is below {rule.below} for {rule.readings} weeks.{" "}
      {closest.length > 0 && (
        <>
          Closest:{" "}
          {closest.map(({ accountId, name, low, high }, at) => (
            <span key={accountId}>
              {at > 0 && ", "}
              <Link
                to="/accounts/$accountId/usage-health"
                params={{ accountId }}
                className="text-link hover:underline"
              >
                <bdi>{name}</bdi>
              </Link>{" "}
              with {endsText(low, high)}
            </span>
          ))}
          .
        </>
      )}
    </Empty>
  );
}
