import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { dayText } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { mayDrive, type Session, type SessionActions, type SessionTerm } from "./session.ts";
import { decisions } from "./words.ts";

type Decision = keyof typeof decisions;
type Decided = Parameters<SessionActions["decide"]>[0];

interface Props {
  session: Session;
  term: SessionTerm;
  actions: SessionActions;
  propose: (term: string, onProposed: (entryId: string) => Promise<void>) => ReactNode;
}

/** What the session decides. A text that is adopted is a proposal that both teams sign; a spoken yes does not count. */
export function Decide({ session, term, actions, propose }: Props) {
  const [chosen, setChosen] = useState<Decision | null>(null);
  const { decision } = session;
  const may = mayDrive(session, "decide") && session.phase !== "closed";
  const done = async (decided: Decided) => {
    if (await actions.decide(decided)) setChosen(null);
  };
  if (!may && !decision) return null;
  return (
    <>
      <section className="card px-4 py-3" aria-label="Decision">
        <h2 className="text-sm font-semibold">Decision</h2>
        {decision && (
          <p className="mt-1 text-sm">
            {decisions[decision.decision]}
            {decision.byName && <span className="text-xs text-subtle">, recorded by {decision.byName}</span>}
            {decision.note && <span className="block max-w-[72ch] text-xs text-muted">{decision.note}</span>}
            {decision.stands === "approved" && (
              <span className="my-2 block max-w-[72ch] border-l-2 border-line pl-3">{decision.text}</span>
            )}
            {decision.stands && <span className="block text-xs text-muted">{standsText(decision)}</span>}
          </p>
        )}
        {may && (
          <>
            <div className="mt-3 flex flex-wrap gap-2">
              {(Object.keys(decisions) as Decision[]).map((kind) => (
                <button
                  key={kind}
                  type="button"
                  aria-pressed={chosen === kind}
                  onClick={() => setChosen(chosen === kind ? null : kind)}
                  className={cx(
                    "inline-flex h-8 items-center rounded-control border px-3 text-xs font-medium transition-colors pointer-coarse:h-11",
                    chosen === kind ? "border-accent bg-selected" : "border-line bg-surface hover:bg-hover",
                  )}
                >
                  {decisions[kind]}
                </button>
              ))}
            </div>
            {chosen === "adopt" && (
              <Waiting term={term} onUse={(proposal) => done({ decision: "adopt", proposal })} />
            )}
            {(chosen === "split" || chosen === "park") && (
              <Reason key={chosen} decision={chosen} onSend={(note) => done({ decision: chosen, note })} />
            )}
          </>
        )}
      </section>
      {may &&
        (chosen === "adopt" || chosen === "adopt_changed") &&
        propose(term.term, (entryId) => done({ decision: chosen, proposal: entryId as Decided["proposal"] }))}
    </>
  );
}

/** How the proposal that came of a decision stands. */
function standsText({ stands, missing, inForceFrom }: NonNullable<Session["decision"]>): string {
  if (stands === "approved" && inForceFrom)
    return `Both teams have signed. It holds from ${dayText(inForceFrom)}.`;
  if (stands === "rejected") return "A team has rejected it; the version before stays in force.";
  if (stands === "overtaken") return "Another version was agreed on since.";
  return `It counts once ${new Intl.ListFormat("en").format(missing)} ${missing.length === 1 ? "has" : "have"} signed below.`;
}

/** A proposal that waits already can be what is adopted. */
function Waiting({
  term,
  onUse,
}: {
  term: SessionTerm;
  onUse: (proposal: Decided["proposal"]) => Promise<void>;
}) {
  const { data } = useQuery(trpc.definitions.ofTerm.queryOptions({ termId: term.term }));
  const open = data?.proposals.filter(({ state }) => state === "open") ?? [];
  return open.map((proposal) => (
    <div
      key={proposal.entryId}
      className="mt-3 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3 text-xs"
    >
      <p className="min-w-0 flex-1 basis-60">
        <span className="font-medium">Proposed by {proposal.byName ?? "somebody"}: </span>
        {proposal.text.definition}
      </p>
      <Button onClick={() => void onUse(proposal.entryId as Decided["proposal"])}>Adopt this one</Button>
    </div>
  ));
}

interface ReasonProps {
  decision: "split" | "park";
  onSend: (note: string) => Promise<void>;
}

function Reason({ decision, onSend }: ReasonProps) {
  const form = useForm({
    start: { note: "" },
    check: ({ note }) => ({
      note: note.trim() === "" ? "Say it in a line, for the minutes." : undefined,
    }),
    send: async ({ note }) => {
      await onSend(note.trim());
      return undefined;
    },
  });
  return (
    <Form form={form} label="Decision" className="mt-3 max-w-xl border-t border-line pt-3">
      <TextField
        {...form.field("note")}
        label={
          decision === "split"
            ? "Into which two terms, and who writes them"
            : "Why, and when to come back to it"
        }
        maxLength={1000}
      />
      <FormMessage text={form.message} />
      <Submit busy={form.busy}>Record it</Submit>
    </Form>
  );
}
