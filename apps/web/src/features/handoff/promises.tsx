import { useState } from "react";
import { counted } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Entry, type Handoff, mayRecord, type Recording } from "./handoff.ts";
import { PromiseDialog } from "./promise-dialog.tsx";
import { aboutPromise, type Promised, promiseTones, promiseWords, toldText } from "./promise-words.ts";

interface Props {
  handoff: Handoff;
  recording: Recording;
}

/** Every promise with its owner and day; technical ones with whether the CSE knows. */
export function Promises({ handoff, recording }: Props) {
  const { promises } = handoff;
  const [editing, setEditing] = useState<Promised | "new" | null>(null);
  const untold = promises.filter((one) => one.technical && one.cseInformedAt === null).length;
  return (
    <section aria-labelledby="promises-title" className="card">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 pb-2">
        <div>
          <h2 id="promises-title" className="text-sm font-semibold">
            Promises
          </h2>
          {untold > 0 && (
            <p className="text-2xs text-warning">
              {counted(untold, "technical promise")} the CSE does not know of
              {handoff.kickoff.held ? ", and the kickoff was held" : "; they must be told before the kickoff"}
              .
            </p>
          )}
        </div>
        {mayRecord() && (
          <Button aria-haspopup="dialog" onClick={() => setEditing("new")}>
            Add a promise
          </Button>
        )}
      </div>
      {promises.length === 0 && (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">No promise is on record.</p>
      )}
      <ul aria-label="Promises">
        {promises.map((one) => (
          <li
            key={one.entryId}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 text-xs"
          >
            <div className="min-w-0 flex-1 basis-60">
              <p className="break-words">
                {one.text} {one.technical && <Chip>Technical</Chip>}
              </p>
              <p className="num text-2xs text-subtle">{aboutPromise(one)}</p>
              {one.technical && (
                <p className={`num text-2xs ${one.toldInTime === true ? "text-subtle" : "text-warning"}`}>
                  {toldText(one)}
                </p>
              )}
            </div>
            <div className="flex items-center gap-2">
              <Chip tone={one.overdue ? "negative" : promiseTones[one.state]}>
                {one.overdue ? `${promiseWords[one.state]}, overdue` : promiseWords[one.state]}
              </Chip>
              {mayRecord() && one.technical && one.cseInformedAt === null && (
                <Button
                  aria-label={`CSE told: ${one.text}`}
                  onClick={() => void recording.record(toldNow(one, handoff.close.id), versionOf(one))}
                >
                  CSE told
                </Button>
              )}
              {mayRecord() && (
                <Button
                  look="quiet"
                  aria-haspopup="dialog"
                  aria-label={`Change the promise: ${one.text}`}
                  onClick={() => setEditing(one)}
                >
                  Change
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <PromiseDialog
        editing={editing}
        close={handoff.close.id}
        recording={recording}
        onClose={() => setEditing(null)}
      />
    </section>
  );
}

/** A later version of a promise keeps the moment it was made. */
const versionOf = ({ entryId, at }: Promised) => ({ entryId, at });

function toldNow({ text, saidBy, technical, owner, dueOn, state, link }: Promised, close: string): Entry {
  const cseInformedAt = new Date().toISOString();
  return { of: "promise", text, saidBy, technical, owner, dueOn, state, link, cseInformedAt, close } as Entry;
}
