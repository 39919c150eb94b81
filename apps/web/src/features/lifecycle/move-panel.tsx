import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { readable } from "../../lib/format.ts";
import { mayRecord } from "../../lib/may-record.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { type StageKey, StageMark, stageLooks } from "../../ui/stage-mark.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { Clauses } from "./clauses.tsx";
import { EntryForm } from "./entry-form.tsx";
import type { Values } from "./entry-form-parts.ts";
import { entryForms } from "./entry-forms.ts";
import { type Clause, type EntryKind, type MoveAnswer, moveQuery, useStandingOn } from "./lifecycle.ts";

interface Props {
  accountId: string;
  name: string;
  to: StageKey;
}

/** What it takes to have an account in a column: what is missing, what holds, who may help, and the way to do it. */
export function MovePanel({ accountId, name, to }: Props) {
  const query = useQuery(moveQuery(accountId, to));
  const { change } = useSearchState();
  const close = () => change({ panel: undefined }, { push: true });
  const refused = query.data?.outcome === "refused";
  return (
    <SidePanel
      title={
        <>
          {refused && <Chip tone="negative">Move refused</Chip>}
          <span className="basis-full">
            {query.data === undefined
              ? name
              : refused
                ? `${name} stays${query.data.from === null ? "" : ` in ${stageLooks[query.data.from].name}`}`
                : `${name} to ${stageLooks[to].name}`}
          </span>
        </>
      }
      footer={
        <Link to="/accounts/$accountId/lifecycle" params={{ accountId }}>
          Open the account's lifecycle
        </Link>
      }
    >
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
        <Loaded query={query} what="What this move takes" skeleton={<Skeleton className="h-60" />}>
          {(answer) => <Answer accountId={accountId} name={name} to={to} answer={answer} onDone={close} />}
        </Loaded>
      </div>
    </SidePanel>
  );
}

function Answer({ accountId, name, to, answer, onDone }: Props & { answer: MoveAnswer; onDone: () => void }) {
  const standing = useStandingOn(accountId, undefined).data;
  const { today } = useWorkspace();
  const first = answer.outcome === "open" ? (answer.next[0]?.entry ?? null) : null;
  const [open, setOpen] = useState<{ kind: EntryKind; start: Values } | null>(
    first === null ? null : { kind: first, start: to === "won" || to === "onboarded" ? { to } : {} },
  );
  const forms = entryForms({
    today,
    termEndsOn: answer.termEndsOn,
    leftOn: standing?.losses.at(-1)?.on ?? null,
    earned: answer.earned,
  });
  const form = open === null ? undefined : forms[open.kind];
  const may = (kind: EntryKind) => forms[kind] !== undefined && mayRecord(kind);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-xs">{readable(answer.says)}</p>
      {form && open && (
        <section aria-label={form.title} className="rounded-card border border-line p-4">
          <h3 className="text-xs font-semibold">{form.title}</h3>
          <p className="mb-3 text-2xs text-muted">{readable(form.note)}</p>
          <EntryForm
            key={`${open.kind} ${JSON.stringify(open.start)}`}
            accountId={accountId}
            name={name}
            form={form}
            start={open.start}
            seen={answer.journalToken}
            onDone={answer.outcome === "open" ? onDone : () => setOpen(null)}
            {...(answer.outcome === "open" ? {} : { onCancel: () => setOpen(null) })}
          />
        </section>
      )}
      {answer.missing.length > 0 && (
        <section aria-label="Missing">
          <h3 className="mb-2 text-xs font-semibold">
            Missing <span className="num font-normal text-subtle">{answer.missing.length}</span>
          </h3>
          <Clauses
            clauses={answer.missing}
            action={(clause) => (
              <Remedies
                clause={clause}
                answer={answer}
                may={may}
                onOpen={(kind, start) => setOpen({ kind, start })}
              />
            )}
          />
        </section>
      )}
      {answer.passed.length > 0 && (
        <section aria-label="Passed">
          <h3 className="mb-2 text-xs font-semibold">
            Passed <span className="num font-normal text-subtle">{answer.passed.length}</span>
          </h3>
          <Clauses clauses={answer.passed} />
        </section>
      )}
      {answer.outcome === "refused" && answer.missing.length === 0 && (
        <div className="flex flex-wrap gap-2">
          {answer.next
            .filter(({ entry }) => may(entry))
            .map(({ entry, label }) => (
              <Button key={entry} onClick={() => setOpen({ kind: entry, start: {} })}>
                {label}
              </Button>
            ))}
        </div>
      )}
      {answer.mayWaive.length > 0 && (
        <p className="text-2xs text-subtle">
          A CS manager or CS Ops may waive a criterion with a reason and an end.
        </p>
      )}
      {answer.from !== null && answer.earned !== null && (
        <p className="flex flex-wrap items-center gap-x-1.5 text-2xs text-subtle">
          Column <StageMark stage={answer.from} />, earned <StageMark stage={answer.earned} />
        </p>
      )}
    </div>
  );
}

/** The ways to mend one clause. */
function Remedies({
  clause,
  answer,
  may,
  onOpen,
}: {
  clause: Clause;
  answer: MoveAnswer;
  may: (kind: EntryKind) => boolean;
  onOpen: (kind: EntryKind, start: Values) => void;
}) {
  const criterion = { criterion: clause.id };
  const isFlag = clause.id === "csm_flag";
  const agreed = clause.state === "missing" && clause.evidence.length > 0;
  const proof: EntryKind | null = isFlag
    ? null
    : clause.id === "sponsor_confirmation"
      ? "confirmation"
      : ["technical_completion", "adoption_trigger", "success_milestone"].includes(clause.id)
        ? "evidence"
        : null;
  if (proof === null) return null;
  const needsText = clause.state === "missing" && !agreed;
  return (
    <>
      {needsText && may("criterion") && (
        <Button onClick={() => onOpen("criterion", criterion)}>Agree it</Button>
      )}
      {!needsText && clause.state !== "not_counted" && may(proof) && (
        <Button onClick={() => onOpen(proof, criterion)}>
          {proof === "evidence" ? "Attach evidence" : "Record confirmation"}
        </Button>
      )}
      {answer.mayWaive.length > 0 && may("waiver") && (
        <Button look="quiet" onClick={() => onOpen("waiver", criterion)}>
          Waive
        </Button>
      )}
    </>
  );
}
