import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { counted, dayText } from "../../lib/format.ts";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { GroupedPanel, type PanelGroup, type PanelRow } from "../../ui/grouped-panel.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { EffectPanel } from "./effect-panel.tsx";
import { numbersOfRuns, type PanelOf, panelOf } from "./panel-address.ts";
import type { EntryId, Run, RunList } from "./plays.ts";
import { amount, hoursText, outcomeNames, stateName } from "./words.ts";

/** As many runs as one answer holds. */
const most = 1_000;

/** The panel that the address asks for on the page of plays: the runs, or the accounts, behind a number. */
export function playsPanel(address: string | undefined): ReactNode {
  const of = panelOf(address);
  if (!of) return null;
  if (of.number === "effect") return of.play && <EffectPanel key={address} play={of.play} />;
  return <RunsPanel key={address} number={of.number} play={of.play} />;
}

function RunsPanel({ number, play }: { number: Exclude<PanelOf["number"], "effect">; play: EntryId | null }) {
  const asked = { limit: most, ...(play ? { play } : {}) };
  const query = useQuery(trpc.plays.runs.queryOptions(asked as Inputs["plays"]["runs"]));
  const title = numbersOfRuns[number];
  if (!query.data)
    return (
      <SidePanel title={title}>
        <div className="p-5">
          <Loaded query={query} what="The runs" skeleton={<Skeleton className="h-64" />}>
            {() => null}
          </Loaded>
        </div>
      </SidePanel>
    );
  const { figures, runs, total, currency } = query.data;
  const { head, groups, matches } = tellers[number](query.data);
  // An answer holds the latest runs; where there are more, the figures are over all.
  const isAll = runs.length === total;
  return (
    <GroupedPanel
      one="run"
      title={title}
      subtitle={play ? (runs[0]?.name ?? "") : "All plays"}
      groups={groups}
      matches={!isAll || matches}
      head={
        <>
          <p className="figure" data-panel-figure="">
            {head}
          </p>
          {number === "outcome" && (
            <p className="num text-xs text-muted">
              ARR kept {amount(figures.arrKept, currency)}, lost {amount(figures.arrLost, currency)}
            </p>
          )}
        </>
      }
    />
  );
}

interface Told {
  readonly head: string;
  readonly groups: readonly PanelGroup[];
  readonly matches: boolean;
}

const rowOf = (run: Run, text: ReactNode): PanelRow => ({
  key: run.runId,
  account: { accountId: run.accountId, name: run.accountName, segment: run.name, csm: run.owner },
  text,
});

const byBegun = ({ figures, runs }: RunList): Told => {
  const [begun, proposed] = [
    runs.filter(({ startedOn }) => startedOn !== null),
    runs.filter(({ state }) => state === "proposed"),
  ];
  const told = (run: Run) =>
    rowOf(run, `${stateName(run)}${run.startedOn ? `, ${dayText(run.startedOn)}` : ""}`);
  return {
    head: counted(figures.begun, "run"),
    groups: [
      { key: "begun", label: "Begun", rows: begun.map(told), total: figures.begun },
      { key: "proposed", label: "Proposed", rows: proposed.map(told), total: figures.proposed },
    ],
    matches: begun.length === figures.begun && proposed.length === figures.proposed,
  };
};

const byClock = ({ figures, runs }: RunList): Told => {
  const of = (met: boolean) =>
    runs.flatMap((run) =>
      run.activation?.met === met
        ? [rowOf(run, `${hoursText(run.activation.minutes)}${run.activation.done ? "" : " so far"}`)]
        : [],
    );
  const [inTime, late] = [of(true), of(false)];
  return {
    head: `${figures.inTime} of ${figures.clocked}`,
    groups: [
      { key: "in-time", label: "In time", rows: inTime, total: figures.inTime },
      { key: "late", label: "Late", rows: late, total: figures.clocked - figures.inTime },
    ],
    matches: inTime.length === figures.inTime && inTime.length + late.length === figures.clocked,
  };
};

const byOutcome = ({ figures, runs, currency }: RunList): Told => {
  const of = (key: "saved" | "partly" | "lost" | "won_back") =>
    runs.filter(({ startedOn, outcome }) => startedOn !== null && outcome?.outcome === key);
  const told = ({ outcome }: Run) =>
    outcome && (
      <>
        {amount(outcome.kept, currency)}
        <span className="block text-2xs text-subtle">
          of {amount(outcome.before, currency)}, {dayText(outcome.toldOn)}
        </span>
      </>
    );
  const group = (key: Parameters<typeof of>[0], total: number): PanelGroup => ({
    key,
    label: outcomeNames[key],
    rows: of(key).map((run) => rowOf(run, told(run))),
    total,
  });
  const judged = [...of("saved"), ...of("partly"), ...of("lost")];
  const kept = judged.reduce((sum, { outcome }) => sum + BigInt(outcome?.kept ?? 0), 0n);
  const counts = { saved: figures.saved, partly: figures.partly, lost: figures.lost };
  const keys = ["saved", "partly", "lost"] as const;
  return {
    head: figures.wonBack > 0 ? `${figures.wonBack} won back` : keys.map((key) => counts[key]).join(", "),
    groups: [
      ...keys.map((key) => group(key, counts[key])),
      ...(figures.wonBack > 0 ? [group("won_back", figures.wonBack)] : []),
    ],
    matches: keys.every((key) => of(key).length === counts[key]) && String(kept) === figures.arrKept,
  };
};

const tellers = { begun: byBegun, time: byClock, outcome: byOutcome };
