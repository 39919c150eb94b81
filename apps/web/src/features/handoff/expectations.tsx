import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { dayText } from "../../lib/format.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Term } from "../../ui/term.tsx";
import { ExpectationsDialog } from "./expectations-dialog.tsx";
import { type Entry, type Handoff, type May, mayRecord, type Recording } from "./handoff.ts";
import { Signatures } from "./signatures.tsx";
import { WrittenBy } from "./written-by.tsx";

interface Props {
  handoff: Handoff;
  may: May;
  recording: Recording;
}

/** What the customer may count on, who signed it, and what of it has been reached. */
export function Expectations({ handoff, may, recording }: Props) {
  const [editing, setEditing] = useState(false);
  const { document, valid, missing, milestones } = handoff.expectations;
  return (
    <section aria-labelledby="expectations-title" className="card">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 pb-2">
        <h2 id="expectations-title" className="flex items-center gap-2 text-sm font-semibold">
          <Term id="expectations-document">Expectations document</Term>
          {document && <Chip tone={valid ? "positive" : "warning"}>{valid ? "Valid" : "Not valid"}</Chip>}
        </h2>
        {mayRecord() && (
          <Button aria-haspopup="dialog" onClick={() => setEditing(true)}>
            {document ? "Change" : "Write"}
          </Button>
        )}
      </div>
      <div className="flex flex-col gap-1 px-4 pb-3 text-xs">
        {!document && (
          <p className="text-muted">
            Not written. It says what the customer may count on by when; both sides sign it before the
            kickoff.
          </p>
        )}
        {document?.text && <p className="max-w-[76ch] whitespace-pre-line break-words">{document.text}</p>}
        {document?.link && (
          <a
            href={document.link}
            target="_blank"
            rel="noreferrer noopener"
            className="inline-flex max-w-full items-center gap-1 self-start break-all text-link underline"
          >
            {document.link}
            <ExternalLink size={12} strokeWidth={1.5} aria-label="opens a new page" className="flex-none" />
          </a>
        )}
        {document && missing.length > 0 && <p className="text-warning">Missing: {missing.join(", ")}.</p>}
        {document && <WrittenBy by={document.by} at={document.at} />}
      </div>
      {milestones.length > 0 && <Milestones handoff={handoff} recording={recording} />}
      {document && <Signatures handoff={handoff} may={may} recording={recording} />}
      <ExpectationsDialog
        open={editing}
        handoff={handoff}
        recording={recording}
        onClose={() => setEditing(false)}
      />
    </section>
  );
}

const milestoneWords = { open: "Due", done: "Reached", done_late: "Reached late", late: "Overdue" } as const;
const milestoneTones = { open: "neutral", done: "positive", done_late: "warning", late: "negative" } as const;

function Milestones({ handoff, recording }: Omit<Props, "may">) {
  const { today } = useWorkspace();
  const { document, milestones } = handoff.expectations;
  const reached = async (at: number, doneOn: string | null) => {
    if (!document) return;
    const entry = {
      of: "expectations",
      text: document.text,
      link: document.link,
      milestones: milestones.map(({ what, kind, day, goLive, doneOn: was }, index) => ({
        ...{ what, kind, day, goLive },
        doneOn: index === at ? doneOn : was,
      })),
      close: handoff.close.id,
    } as Entry;
    // The words stay as they were signed: the same document, of the same moment.
    await recording.record(entry, { entryId: document.entryId, at: document.at });
  };
  return (
    <ul aria-label="Milestones" className="border-t border-line py-1">
      {milestones.map((one, at) => (
        <li
          key={`${one.day} ${one.what}`}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-1.5 text-xs"
        >
          <span className="min-w-0 flex-1 basis-52">
            <span className="break-words">{one.what}</span> {one.goLive && <Chip>Go-live</Chip>}
            <span className="num block text-2xs text-subtle">
              day {one.day}, {dayText(one.dueOn)}
              {one.doneOn && `; reached ${dayText(one.doneOn)}`}
            </span>
          </span>
          <span className="flex items-center gap-2">
            <Chip tone={milestoneTones[one.state]}>{milestoneWords[one.state]}</Chip>
            {mayRecord() && (
              <Button
                look="quiet"
                aria-label={`${one.doneOn ? "Not reached after all" : "Reached today"}: ${one.what}`}
                onClick={() => void reached(at, one.doneOn ? null : today)}
              >
                {one.doneOn ? "Not reached" : "Reached today"}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
