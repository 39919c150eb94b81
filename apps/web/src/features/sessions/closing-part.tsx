import { useState } from "react";
import { counted } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { mayDrive, type Session, type SessionActions } from "./session.ts";
import { Timer } from "./timer.tsx";
import { outcomes, tallyText } from "./words.ts";

interface Props {
  session: Session;
  toldAt: number;
  actions: SessionActions;
}

interface Row {
  owner: string;
  dueOn: string;
  working: boolean;
}

type Item = Parameters<SessionActions["agenda"]>[0][number];

/** The last minutes: every term that is divergent or unwritten gets an owner and a day, and the divergent ones a session. */
export function ClosingPart({ session, toldAt, actions }: Props) {
  const { findings, dueBy, owner } = session;
  const [typed, setTyped] = useState<Record<string, Row>>({});
  const [busy, setBusy] = useState(false);
  const rowOf = ({ term, outcome }: Session["findings"][number]): Row => {
    const listed = session.agenda.find((item) => item.term === term);
    return (
      typed[term] ?? {
        owner: listed?.owner ?? owner.name ?? "",
        dueOn: listed?.dueOn && listed.dueOn >= session.today && listed.dueOn <= dueBy ? listed.dueOn : dueBy,
        working: outcome === "divergent",
      }
    );
  };
  const close = async () => {
    setBusy(true);
    const items = findings.map((finding) => {
      const { owner: named, dueOn, working } = rowOf(finding);
      return {
        term: finding.term,
        owner: named.trim() === "" ? null : named.trim(),
        dueOn: dueOn === "" ? null : dueOn,
        working,
        startsAt: null,
      } as Item;
    });
    if (findings.length === 0 || (await actions.agenda(items))) await actions.step("closed");
    setBusy(false);
  };
  const people = [...new Set([...session.teams.flatMap((team) => team.people), owner.name ?? ""])];
  const missing = session.tally.open + session.tally.parked;
  return (
    <article className="mx-auto flex w-full max-w-[1200px] flex-1 flex-col gap-6 px-4 py-6 lg:px-6 lg:py-8">
      <div className="flex flex-wrap items-start justify-between gap-x-12 gap-y-5">
        <div className="min-w-0 flex-1 basis-80">
          <p className="text-xs text-subtle">Close</p>
          <h2 className="mt-1 text-[2.25rem] leading-[2.75rem] font-semibold tracking-[-0.01em]">
            Alignment agenda
          </h2>
          <p className="mt-2 max-w-[64ch] text-md font-normal text-muted">
            {findings.length === 0
              ? "Nothing was found divergent or unwritten."
              : `${counted(findings.length, "term")} to settle before the next quarter, the divergent first.`}{" "}
            {missing > 0 &&
              `${counted(missing, "term")} without a finding ${missing === 1 ? "is" : "are"} carried over.`}
          </p>
        </div>
        <Timer session={session} toldAt={toldAt} part="Close" at={null} />
      </div>
      <datalist id="session-people">
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {findings.length > 0 && (
        <ol className="flex flex-col rounded-card border border-line" aria-label="Alignment agenda">
          {findings.map((finding) => (
            <AgendaRow
              key={finding.term}
              finding={finding}
              row={rowOf(finding)}
              minimum={session.today}
              maximum={dueBy}
              onChange={(row) => setTyped((was) => ({ ...was, [finding.term]: row }))}
            />
          ))}
        </ol>
      )}
      {actions.trouble && (
        <p role="alert" className="text-xs text-negative">
          {actions.trouble}
        </p>
      )}
      {mayDrive(session, "agenda") && (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            look="primary"
            size="large"
            className="h-10! px-4!"
            aria-disabled={busy}
            onClick={() => busy || void close()}
          >
            {findings.length === 0
              ? "Close the session"
              : `Put ${findings.length === 1 ? "it" : "them"} on the agenda and close`}
          </Button>
          <p className="text-xs text-muted">{tallyText(session)}</p>
        </div>
      )}
    </article>
  );
}

interface AgendaRowProps {
  finding: Session["findings"][number];
  row: Row;
  minimum: string;
  maximum: string;
  onChange: (row: Row) => void;
}

const fieldClass =
  "h-8 min-w-0 rounded-control border border-input bg-surface px-2.5 text-sm pointer-coarse:h-11";

function AgendaRow({ finding: { name, outcome, usedBy }, row, minimum, maximum, onChange }: AgendaRowProps) {
  return (
    <li className="grid items-center gap-x-4 gap-y-2 px-4 py-3 not-first:border-t not-first:border-line @[44rem]/page:grid-cols-[minmax(0,1fr)_200px_150px_190px]">
      <p className="min-w-0">
        <span className="mr-2 text-sm font-medium">{name}</span>
        <Chip tone={outcomes[outcome].tone}>{outcomes[outcome].short}</Chip>
        {usedBy > 0 && (
          <span className="block text-2xs text-subtle">{counted(usedBy, "other term")} build on it</span>
        )}
      </p>
      <input
        aria-label={`Owner of ${name}`}
        placeholder="Owner"
        list="session-people"
        value={row.owner}
        maxLength={200}
        onChange={(event) => onChange({ ...row, owner: event.target.value })}
        className={fieldClass}
      />
      <input
        type="date"
        aria-label={`${name} by`}
        value={row.dueOn}
        min={minimum}
        max={maximum}
        onChange={(event) => onChange({ ...row, dueOn: event.target.value })}
        className={fieldClass}
      />
      <label className="flex min-h-6 items-center gap-2 text-xs">
        <input
          type="checkbox"
          checked={row.working}
          onChange={(event) => onChange({ ...row, working: event.target.checked })}
          className="size-4 flex-none accent-(--accent)"
        />
        30-minute working session
      </label>
    </li>
  );
}
