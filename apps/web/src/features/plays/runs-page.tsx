import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { runStates } from "@termwise/core/facts";
import { cx } from "../../lib/class-names.ts";
import { counted, dayText } from "../../lib/format.ts";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { Chip } from "../../ui/chip.tsx";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { Term } from "../../ui/term.tsx";
import { type Run, type RunList, useCatalogue } from "./plays.ts";
import { amount, hoursText, outcomeNames, outcomeTones, stateName, stateTones } from "./words.ts";

const shown = {
  open: { label: "Open", states: ["proposed", "running"] },
  over: { label: "Over", states: ["done", "stopped", "declined"] },
  all: { label: "All", states: Object.keys(runStates) },
} as const;
type Shown = keyof typeof shown;
const options = (Object.keys(shown) as Shown[]).map((value) => ({ value, label: shown[value].label }));

/** Runs of plays at all accounts one sees: what is proposed, what runs and what came of it. */
export function RunsPage() {
  const { search, change } = useSearchState();
  const which: Shown = search["show"] === "over" || search["show"] === "all" ? search["show"] : "open";
  const plays = useCatalogue().data?.plays ?? [];
  const play = plays.find(({ id }) => id === search["play"])?.id;
  const query = useQuery(
    trpc.plays.runs.queryOptions(
      { states: [...shown[which].states], ...(play ? { play } : {}), limit: 500 } as Inputs["plays"]["runs"],
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Page
      title="Runs"
      term="save-play"
      crumbs={[{ label: "Plays", to: "/plays" }]}
      filters={
        <>
          <Segmented
            label="Which runs"
            value={which}
            options={options}
            onChange={(next) => change({ show: next === "open" ? undefined : next })}
          />
          <ChoiceMenu
            label="Play"
            value={play ?? ""}
            align="start"
            className="flex-none"
            choices={[
              { value: "", label: "Any" },
              ...plays.map(({ id, name }) => ({ value: id as string, label: name })),
            ]}
            onChange={(next) => change({ play: next || undefined })}
          />
        </>
      }
    >
      <Loaded query={query} what="The runs" skeleton={<Skeleton className="h-96" />}>
        {(list) => (
          <>
            <p role="status" className="num text-xs text-muted">
              {counted(list.total, "run")}. ARR kept {amount(list.figures.arrKept, list.currency)}, lost{" "}
              {amount(list.figures.arrLost, list.currency)}.
            </p>
            {list.runs.length === 0 ? <None which={which} /> : <Runs list={list} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function None({ which }: { which: Shown }) {
  return (
    <div className="card">
      <Empty title={which === "open" ? "Nothing is proposed and nothing runs." : "There is no such run."}>
        A play is proposed as soon as its trigger is met at an account.
      </Empty>
    </div>
  );
}

function Runs({ list }: { list: RunList }) {
  return (
    <section className="card relative min-w-0 overflow-clip" aria-label="Runs">
      <DataTable
        caption="Runs"
        columns={columnsOf(list)}
        rows={list.runs}
        rowKey={({ runId }) => runId}
        tall
      />
    </section>
  );
}

function columnsOf({ currency }: RunList): Column<Run>[] {
  return [
    {
      key: "account",
      header: "Account",
      cell: ({ accountId, accountName, name }) => (
        <span className="block max-w-64 min-w-40 py-1 whitespace-normal">
          <Link to="/accounts/$accountId/plays" params={{ accountId }}>
            {accountName}
          </Link>
          <span className="block text-2xs font-normal text-muted">{name}</span>
        </span>
      ),
    },
    {
      key: "state",
      header: "State",
      cell: (run) => (
        <>
          <Chip tone={stateTones[run.state]}>{stateName(run)}</Chip>{" "}
          {run.kind === "rescue_call" && <Chip tone="negative">Rescue call</Chip>}
        </>
      ),
    },
    {
      key: "clock",
      header: <Term id="save-play-activation-time">First step</Term>,
      numeric: true,
      cell: ({ activation }) =>
        activation === null ? (
          "—"
        ) : (
          <span className={cx(activation.met === false && "text-negative")}>
            {hoursText(activation.minutes)}
            {activation.done ? "" : " so far"}
          </span>
        ),
    },
    {
      key: "steps",
      header: "Steps",
      numeric: true,
      cell: ({ done, steps, overdue }) => (
        <>
          {done} of {steps.length}
          {overdue > 0 && <span className="block text-2xs text-negative">{overdue} overdue</span>}
        </>
      ),
    },
    {
      key: "next",
      header: "Next step",
      cell: ({ next, state }) =>
        next === null ? (
          <span className="text-subtle">{state === "proposed" ? "To be begun" : "—"}</span>
        ) : (
          <span className="block w-52 whitespace-normal">
            {next.title}
            <span className="block text-2xs text-muted">
              {next.assignee ?? "Nobody"}
              {next.dueOn && `, ${dayText(next.dueOn)}`}
            </span>
          </span>
        ),
    },
    { key: "owner", header: "Owner", cell: ({ owner }) => owner ?? "—" },
    {
      key: "outcome",
      header: "What came of it",
      cell: ({ outcome }) =>
        outcome === null ? (
          "—"
        ) : (
          <>
            <Chip tone={outcomeTones[outcome.outcome]}>{outcomeNames[outcome.outcome]}</Chip>
            <span className="num block text-2xs text-muted">
              {amount(outcome.kept, currency)} of {amount(outcome.before, currency)}
            </span>
          </>
        ),
    },
  ];
}
