import { Link } from "@tanstack/react-router";
import { dayText, readable } from "../../lib/format.ts";
import { offerUndo } from "../../lib/undo.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Term } from "../../ui/term.tsx";
import { type EntryId, type Run, usePlayActions } from "./plays.ts";
import { RunClock } from "./run-clock.tsx";
import { RunSteps } from "./run-steps.tsx";
import { amount, isOpen, outcomeNames, outcomeTones, stateName, stateTones } from "./words.ts";

interface Props {
  run: Run;
  currency: string | null;
  onEnd: (run: Run) => void;
  onTrouble: (error: unknown) => void;
}

/** A run at an account: why it is there, its clock, its steps, and what became of the account. */
export function RunCard({ run, currency, onEnd, onTrouble }: Props) {
  const { start, complete, reopen } = usePlayActions();
  const begin = () => start({ runId: run.runId as EntryId }).catch(onTrouble);
  const finish = (task: string, title: string) =>
    void complete(task)
      .then(() => offerUndo(`Done: ${title}.`, async () => void (await reopen(task))))
      .catch(onTrouble);
  return (
    <section className="card px-4 py-3.5" aria-label={`${run.name}, ${stateName(run)}`} data-run={run.runId}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-semibold">
            <Link to="/plays/$id" params={{ id: run.playId }} className="hover:underline">
              {run.name}
            </Link>
            <Chip tone={stateTones[run.state]}>{stateName(run)}</Chip>
            {run.kind === "rescue_call" && (
              <Term id="rescue-call">
                <Chip tone="negative">Rescue call</Chip>
              </Term>
            )}
            {run.kind === "save_play" && (
              <Term id="save-play">
                <Chip>Save play</Chip>
              </Term>
            )}
          </h2>
          <p className="mt-0.5 max-w-[72ch] text-2xs text-muted">
            {run.fired
              ? readable(run.fired.because)
              : run.startedOn && `Begun by hand on ${dayText(run.startedOn)}.`}
            {run.reason && ` ${run.reason}`}
          </p>
        </div>
        <span className="flex gap-2">
          {run.state === "proposed" && mayI("plays.start") && (
            <Button look="primary" onClick={() => void begin()}>
              Begin
            </Button>
          )}
          {isOpen(run) && mayI("plays.end") && (
            <Button
              look={run.through ? "primary" : "plain"}
              aria-haspopup="dialog"
              onClick={() => onEnd(run)}
            >
              {run.state === "proposed" ? "Turn down…" : "End…"}
            </Button>
          )}
        </span>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-1">
        <RunClock run={run} />
        {run.outcome && (
          <p className="num text-xs text-muted">
            <Chip tone={outcomeTones[run.outcome.outcome]}>{outcomeNames[run.outcome.outcome]}</Chip>{" "}
            {amount(run.outcome.kept, currency)} of {amount(run.outcome.before, currency)} kept,{" "}
            {run.outcome.outcome === "open" ? "told" : "judged"} on {dayText(run.outcome.toldOn)}
          </p>
        )}
      </div>
      <p className="mt-1 text-2xs text-muted">
        Goal: {run.goal.says.replace(/\.$/, "")}, within {run.goal.withinDays} days.
        {run.lessons && ` Learned: ${run.lessons}`}
      </p>
      {run.through && (
        <p className="mt-1 text-xs">Every step is done: end it with what came of it and what was learned.</p>
      )}
      <div className="mt-2 border-t border-line pt-1">
        <RunSteps run={run} onComplete={finish} />
      </div>
    </section>
  );
}
