import { roleNames } from "@termwise/core/access";
import { useRef, useState } from "react";
import { readable } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { type StageKey, StageMark } from "../../ui/stage-mark.tsx";
import { Clauses } from "./clauses.tsx";
import { EntryForm } from "./entry-form.tsx";
import type { Values } from "./entry-form-parts.ts";
import { entryForms, type FormKey, formFor, mayUse } from "./entry-forms.ts";
import { criteriaAndKickoff } from "./kickoff-words.ts";
import { type MoveAnswer, type Standing, useStandingOn } from "./lifecycle.ts";
import { remediesOf } from "./remedies.ts";
import { useFormContext } from "./use-form-context.ts";

interface Props {
  accountId: string;
  name: string;
  to: StageKey;
  answer: MoveAnswer;
  /** The move is made. */
  onDone: () => void;
}

/** The answer to somebody who wants an account in a column, with the forms that mend what is missing. */
export function MoveAnswered({ accountId, name, to, answer, onDone }: Props) {
  const standing = useStandingOn(accountId, undefined).data;
  const forms = entryForms(useFormContext(accountId, name, standing));
  const [asked, setAsked] = useState<{ key: FormKey; start: Values } | null>(null);
  const here = useRef<HTMLDivElement>(null);
  const makesIt = answer.outcome === "open";
  const next = answer.next.flatMap(({ entry, label }) => {
    const key = formFor(entry, to);
    return key !== null && forms[key] && mayUse(key) ? [{ key, label }] : [];
  });
  const first = makesIt ? next[0] : undefined;
  const open =
    asked ?? (first && { key: first.key, start: to === "won" || to === "onboarded" ? { to } : {} });
  const form = open && forms[open.key];
  const closeForm = () => {
    setAsked(null);
    here.current?.focus();
  };
  const opens = (key: FormKey, start: Values = {}) => setAsked({ key, start });
  const others = next.filter(({ key }) => key !== open?.key);
  return (
    <div ref={here} tabIndex={-1} className="flex flex-col gap-4 rounded-sm">
      <div className="text-xs">
        {answer.outcome === "refused" && (
          <p>
            You asked for{" "}
            <span className="whitespace-nowrap">
              <StageMark stage={to} className="font-medium" />.
            </span>{" "}
            Nothing was changed.
          </p>
        )}
        <p className="text-muted">{readable(answer.says)}</p>
      </div>
      {form && open && (
        <section aria-label={form.title} className="rounded-card border border-line p-4">
          <h3 className="text-xs font-semibold">{form.title}</h3>
          <p className="mb-3 text-2xs text-muted">{readable(form.note)}</p>
          <EntryForm
            key={`${open.key} ${JSON.stringify(open.start)}`}
            accountId={accountId}
            name={name}
            form={form}
            start={open.start}
            seen={answer.journalToken}
            focus={asked !== null}
            onDone={makesIt && open.key === first?.key ? onDone : closeForm}
            {...(asked === null ? {} : { onCancel: closeForm })}
          />
        </section>
      )}
      {others.length > 0 && answer.missing.length === 0 && (
        <div className="flex flex-wrap gap-2">
          {others.map(({ key, label }) => (
            <Button key={key} onClick={() => opens(key)}>
              {label}
            </Button>
          ))}
        </div>
      )}
      {makesIt && next.length === 0 && (
        <p className="text-xs text-muted">
          Your role does not put this on record. Ask {standing?.holders.csm ?? "the CSM of the account"}.
        </p>
      )}
      {answer.missing.length > 0 && (
        <section aria-label="Missing">
          <ListTop title="Missing" count={answer.missing.length} />
          <Clauses
            clauses={answer.missing}
            action={(clause) =>
              remediesOf(
                clause,
                { standing, asksWaiver: answer.mayWaive.length > 0, has: (key) => key in forms },
                mayUse,
              ).map(({ key, label, start }) => (
                <Button key={key} onClick={() => opens(key, start)} aria-label={`${label}: ${clause.label}`}>
                  {label}
                </Button>
              ))
            }
          />
        </section>
      )}
      {answer.passed.length > 0 && (
        <section aria-label="Passed">
          <ListTop title="Passed" count={answer.passed.length} />
          <Clauses clauses={answer.passed} />
        </section>
      )}
      {to === "onboarded" && standing && <WrittenWhen standing={standing} />}
      {answer.mayWaive.length > 0 && answer.missing.length > 0 && (
        <p className="text-xs text-muted">
          <span className="font-medium text-fg">Cannot wait?</span> {whoWaives(answer)} may waive a criterion,
          with a reason and an end.
        </p>
      )}
    </div>
  );
}

function ListTop({ title, count }: { title: string; count: number }) {
  return (
    <h3 className="mb-2 border-t border-line pt-4 text-xs font-semibold">
      {title} <span className="num font-normal text-subtle">{count}</span>
    </h3>
  );
}

/** When the criteria were written, beside the kickoff. */
function WrittenWhen({ standing }: { standing: Standing }) {
  const { facts, means } = criteriaAndKickoff(standing);
  return (
    <p className="border-t border-line pt-4 text-xs text-muted">
      <span className="font-medium text-fg">{facts}</span> {means}
    </p>
  );
}

/** Who may waive: the CS manager of the account by name, and the roles that may. */
function whoWaives({ mayWaive, holders }: MoveAnswer): string {
  const names = mayWaive.map((role) =>
    role === "cs_manager" && holders.cs_manager !== null
      ? `${holders.cs_manager} (${roleNames[role]})`
      : `a ${roleNames[role]}`,
  );
  const said = new Intl.ListFormat("en", { type: "disjunction" }).format(names);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
