import { useState } from "react";
import { dayText, momentText, readable } from "../../lib/format.ts";
import { mayRecord } from "../../lib/may-record.ts";
import { useRecording } from "../../lib/use-recording.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { StageMark } from "../../ui/stage-mark.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { Withdraw } from "../../ui/withdraw.tsx";
import { Clauses } from "./clauses.tsx";
import { EntryForm } from "./entry-form.tsx";
import type { Values } from "./entry-form-parts.ts";
import { criterionNames, entryForms } from "./entry-forms.ts";
import { History } from "./history.tsx";
import { type EntryKind, type Gate, type Standing, useStandingOn } from "./lifecycle.ts";
import { Stepper } from "./stepper.tsx";

/** Where an account stands, gate by gate, with what that rests on; what is missing can be put on record here. */
export function LifecycleTab({ accountId, name }: { accountId: string; name: string }) {
  const { search, change } = useSearchState();
  const { today } = useWorkspace();
  const on = search["asof"];
  const query = useStandingOn(accountId, on);
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <p className="text-xs text-muted">
          A stage is a conclusion from what is on record, never a label somebody typed.
        </p>
        <div className="w-44">
          <DayField
            name="asof"
            label="As of"
            value={on ?? today}
            max={today}
            onChange={(day) => change({ asof: day === today || day === "" ? undefined : day })}
          />
        </div>
      </div>
      <Loaded query={query} what="Where this account stands" skeleton={<Skeleton className="h-96" />}>
        {(standing) => <Stands standing={standing} name={name} past={on !== undefined && on !== today} />}
      </Loaded>
      <UndoToasts />
    </>
  );
}

function Stands({ standing, name, past }: { standing: Standing; name: string; past: boolean }) {
  const { today } = useWorkspace();
  const [open, setOpen] = useState<{ kind: EntryKind; start: Values } | null>(null);
  const forms = entryForms({
    today,
    termEndsOn: standing.renewal?.termEndsOn ?? null,
    leftOn: standing.losses.at(-1)?.on ?? null,
    earned: standing.earned,
  });
  const form = open && forms[open.kind];
  const ask = past ? null : (kind: EntryKind, start: Values = {}) => setOpen({ kind, start });
  return (
    <>
      <Stepper standing={standing} />
      {standing.skipped.length > 0 && (
        <p className="flex items-center gap-2 text-xs">
          <Chip tone="warning">Skipped</Chip> Usage shows Adopted, but Onboarded was never shown by evidence.
        </p>
      )}
      {standing.staleSince !== null && (
        <p className="flex items-center gap-2 text-xs">
          <Chip tone="warning">Out of date</Chip> What this stage rests on has been out of date since{" "}
          {dayText(standing.staleSince)}.
        </p>
      )}
      {ask && <Actions standing={standing} onAsk={ask} />}
      <div className="grid gap-4 lg:grid-cols-2">
        {standing.gates.map((gate) => (
          <GateCard key={gate.gate} gate={gate} standing={standing} onAsk={ask} />
        ))}
        <Criteria standing={standing} />
      </div>
      <History standing={standing} />
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        title={form?.title ?? ""}
        note={form && readable(form.note)}
      >
        {form && open && (
          <EntryForm
            accountId={standing.accountId}
            name={name}
            form={form}
            start={open.start}
            seen={standing.journalToken}
            onDone={() => setOpen(null)}
            onCancel={() => setOpen(null)}
          />
        )}
      </Dialog>
    </>
  );
}

type Ask = (kind: EntryKind, start?: Values) => void;

/** What can be put on record of the account now. */
function Actions({ standing, onAsk }: { standing: Standing; onAsk: Ask }) {
  const onboarded = standing.gates.find(({ gate }) => gate === "onboarded");
  const open = onboarded?.clauses.filter(({ state }) => state !== "met" && state !== "waived") ?? [];
  const flagNext = open.length === 1 && open[0]?.id === "csm_flag";
  const kinds: { kind: EntryKind; label: string; shown: boolean }[] = [
    { kind: "onboarded_flag", label: "Set the CSM flag", shown: flagNext },
    { kind: "evidence", label: "Record evidence", shown: standing.earned !== null },
    { kind: "confirmation", label: "Record a confirmation", shown: standing.earned !== null },
    { kind: "criterion", label: "Agree a criterion", shown: standing.kickoffAt === null },
    {
      kind: "kickoff",
      label: "Record the kickoff",
      shown: standing.kickoffAt === null && standing.earned !== null,
    },
    { kind: "expansion", label: "Open an expansion", shown: standing.earned !== null },
    { kind: "churn_reason", label: "Say why it left", shown: standing.column === "churn" },
    {
      kind: "setback",
      label: "Move back",
      shown: standing.earned === "onboarded" || standing.earned === "adopted",
    },
    { kind: "deal_closed", label: "Record the deal", shown: standing.earned === null },
  ];
  const shown = kinds.filter(({ kind, shown: fits }) => fits && mayRecord(kind));
  return (
    <div className="flex flex-wrap gap-2">
      {shown.map(({ kind, label }) => (
        <Button
          key={kind}
          look={kind === "onboarded_flag" ? "primary" : "plain"}
          aria-haspopup="dialog"
          onClick={() => onAsk(kind)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

const gateTitles = { won: "Won", onboarded: "Onboarded", adopted: "Adopted" } as const;

function GateCard({ gate, standing, onAsk }: { gate: Gate; standing: Standing; onAsk: Ask | null }) {
  const holds = gate.clauses.filter(({ state }) => state === "met" || state === "waived").length;
  return (
    <section aria-label={`Gate to ${gateTitles[gate.gate]}`} data-gate={gate.gate} className="card p-4">
      <h2 className="mb-3 flex items-baseline justify-between gap-3 text-sm font-semibold">
        <StageMark stage={gate.gate} />
        <span className="num text-2xs font-normal text-muted">
          {gate.passed ? "Passed" : `${holds} of ${gate.clauses.length}`}
        </span>
      </h2>
      <Clauses
        clauses={gate.clauses}
        action={(clause) => {
          const proof: EntryKind | null =
            gate.gate !== "onboarded"
              ? null
              : clause.id === "sponsor_confirmation"
                ? "confirmation"
                : clause.id === "csm_flag"
                  ? null
                  : "evidence";
          if (onAsk === null || proof === null || standing.earned === null) return null;
          const late = clause.state === "not_counted";
          const open = clause.state !== "met" && clause.state !== "waived";
          return (
            open && (
              <>
                {!late && mayRecord(proof) && (
                  <Button onClick={() => onAsk(proof, { criterion: clause.id })}>
                    {proof === "evidence" ? "Attach evidence" : "Record confirmation"}
                  </Button>
                )}
                {mayRecord("waiver") && (
                  <Button look="quiet" onClick={() => onAsk("waiver", { criterion: clause.id })}>
                    Waive
                  </Button>
                )}
              </>
            )
          );
        }}
      />
    </section>
  );
}

/** What was agreed for each criterion and when, beside the kickoff that locks it. */
function Criteria({ standing }: { standing: Standing }) {
  const { withdraw } = useRecording(standing.accountId);
  return (
    <section aria-label="What was agreed" className="card p-4">
      <h2 className="text-sm font-semibold">What was agreed</h2>
      <p className="mb-3 text-2xs text-muted">
        {standing.kickoffAt === null
          ? "No kickoff is on record: the criteria can still be changed."
          : `The kickoff was ${momentText(standing.kickoffAt)}; what was written before it counts.`}
      </p>
      {standing.criteria.length === 0 && <p className="text-xs text-muted">Nothing is agreed yet.</p>}
      <ul className="flex flex-col gap-3">
        {standing.criteria.map((one) => (
          <li key={one.entryId} className="text-xs">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium">{criterionNames[one.criterion]}</span>
              {!one.counts && <Chip tone="negative">After the kickoff</Chip>}
              <span className="flex-1" />
              {mayRecord("criterion") && (
                <Withdraw
                  title="Withdraw this criterion?"
                  note="It stays readable and no longer counts."
                  name={`Withdraw ${criterionNames[one.criterion]}`}
                  onWithdraw={(reason) => withdraw(one.entryId, reason)}
                />
              )}
            </p>
            <p className="text-muted">{one.text}</p>
            <p className="text-2xs text-subtle">
              Written {momentText(one.at)}
              {one.by && `, ${one.by}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
