import { kickoffItems, kickoffOutputs } from "@termwise/core/handoff";
import { useState } from "react";
import { dayText, momentText } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Term } from "../../ui/term.tsx";
import { Withdraw } from "../../ui/withdraw.tsx";
import { type Handoff, mayRecord, type Recording } from "./handoff.ts";
import { KickoffDialog } from "./kickoff-dialog.tsx";
import { GateMark } from "./status-mark.tsx";

interface Props {
  accountId: string;
  handoff: Handoff;
  recording: Recording;
  nameOf: (contactId: string) => string;
}

/** What must be in order before the kickoff, and what the kickoff brought. */
export function Kickoff({ accountId, handoff, recording, nameOf }: Props) {
  const [editing, setEditing] = useState(false);
  const { held, before, ready, missingOutputs } = handoff.kickoff;
  return (
    <section aria-labelledby="kickoff-title" className="card">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 pb-2">
        <h2 id="kickoff-title" className="flex items-center gap-2 text-sm font-semibold">
          <Term id="kickoff">Kickoff</Term>
          {held ? (
            <Chip>Held {dayText(held.on)}</Chip>
          ) : ready ? (
            <Chip tone="positive">Ready</Chip>
          ) : (
            <Chip tone="warning">Not ready</Chip>
          )}
        </h2>
        {mayRecord() && (
          <span className="flex gap-2">
            <Button aria-haspopup="dialog" onClick={() => setEditing(true)}>
              {held ? "Change" : "Record the kickoff"}
            </Button>
            {held && (
              <Withdraw
                title="Withdraw the kickoff?"
                note="It then was not held: criteria are no longer locked, and deadlines before it are open again. The reason is kept."
                name="Withdraw the kickoff"
                onWithdraw={(reason) => recording.withdraw(held.entryId, reason)}
              />
            )}
          </span>
        )}
      </div>
      <div className="border-t border-line px-4 py-2.5">
        <h3 className="text-xs font-medium">{held ? "As it stood at the kickoff" : "Before the kickoff"}</h3>
        <ul aria-label="Before the kickoff">
          {before.map(({ item, met, missing }) => (
            <li key={item} className="flex gap-2 py-1 text-xs">
              <span className="mt-1">
                <GateMark state={met ? "met" : held ? "missed" : "open"} />
              </span>
              <span className="min-w-0">
                {kickoffItems[item]}
                {missing.length > 0 && (
                  <span className="block text-2xs text-muted">Missing: {missing.join(", ")}.</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {held && (
        <dl className="grid gap-x-4 gap-y-1.5 border-t border-line px-4 py-2.5 text-xs sm:grid-cols-[11rem_1fr]">
          <Output label="When">{momentText(held.at)}</Output>
          <Output label="With">
            {held.attendedBy.length > 0
              ? held.attendedBy.map((who) => (who.startsWith("con_") ? nameOf(who) : who)).join(", ")
              : null}
          </Output>
          <Output label="Success criteria">{held.successCriteria}</Output>
          <Output label="Timeline">{held.timeline}</Output>
          <Output label="Go-live">{held.goLiveOn && dayText(held.goLiveOn)}</Output>
          <Output label="30-day plan">{held.plan}</Output>
        </dl>
      )}
      {held && missingOutputs.length > 0 && (
        <p className="px-4 pb-3 text-xs text-warning">
          Still to be agreed:{" "}
          {missingOutputs.map((output) => kickoffOutputs[output].toLowerCase()).join(", ")}.
        </p>
      )}
      <KickoffDialog
        open={editing}
        accountId={accountId}
        handoff={handoff}
        recording={recording}
        onClose={() => setEditing(false)}
      />
    </section>
  );
}

function Output({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-subtle">{label}</dt>
      <dd className="whitespace-pre-line break-words">{children ?? "—"}</dd>
    </>
  );
}
