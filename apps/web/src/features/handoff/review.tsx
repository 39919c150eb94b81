import { type PacketSection, packetSections } from "@termwise/core/facts";
import { useId, useState } from "react";
import { flushSync } from "react-dom";
import { counted, momentText } from "../../lib/format.ts";
import { refusalOf } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { controlClass } from "../../ui/field.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { Withdraw } from "../../ui/withdraw.tsx";
import { type Entry, type Handoff, type May, mayRecord } from "./handoff.ts";

/** A review while it is being written: what is asked about each section. */
export interface Draft {
  readonly gaps: Partial<Record<PacketSection, string>>;
  readonly ask: (section: PacketSection, missing: string | undefined) => void;
}

/** Holds a review that is being written; null while none is. */
export function useReviewDraft(): [draft: Draft | null, open: (open: boolean) => void] {
  const [gaps, setGaps] = useState<Draft["gaps"] | null>(null);
  const ask: Draft["ask"] = (section, missing) =>
    setGaps((was) => {
      const { [section]: _, ...rest } = was ?? {};
      return missing === undefined ? rest : { ...rest, [section]: missing };
    });
  return [gaps && { gaps, ask }, (open) => setGaps(open ? {} : null)];
}

/** Under a section that is being reviewed: take it as it is, or say what is missing. */
export function GapField({ section, draft }: { section: PacketSection; draft: Draft }) {
  const id = useId();
  const missing = draft.gaps[section];
  const name = packetSections[section];
  if (missing === undefined)
    return (
      <Button className="mt-2" aria-label={`Ask about: ${name}`} onClick={() => draft.ask(section, "")}>
        Ask
      </Button>
    );
  return (
    <div className="mt-2 border-l-2 border-(--warning) pl-3">
      <label htmlFor={id} className="mb-1 block text-xs font-medium">
        What is missing<span className="sr-only">: {name}</span>
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={1000}
        value={missing}
        // biome-ignore lint/a11y/noAutofocus: it was asked for a moment ago
        autoFocus
        onChange={(event) => draft.ask(section, event.target.value)}
        className={`${controlClass} h-auto! resize-y py-1.5`}
      />
      <Button look="quiet" className="mt-1" onClick={() => draft.ask(section, undefined)}>
        Take it as it is
      </Button>
    </div>
  );
}

interface Props {
  handoff: Handoff;
  may: May;
  draft: Draft | null;
  onOpen: (open: boolean) => void;
  onSave: (entry: Entry) => Promise<void>;
  onWithdraw: (entryId: string, reason: string) => Promise<void>;
}

/** The review of a packet: accept it, or return it naming the gaps; and every review there was. */
export function Review({ handoff, may, draft, onOpen, onSave, onWithdraw }: Props) {
  const { reviews, status, changedSince } = handoff;
  const open = may.review && mayRecord() && status !== "accepted";
  return (
    <section aria-labelledby="review-title" className="card px-4 pt-3 pb-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="review-title" tabIndex={-1} className="rounded-sm text-sm font-semibold">
          Review by the CSM
        </h2>
        {open && draft === null && (
          <Button look={status === "ready" ? "primary" : "plain"} onClick={() => onOpen(true)}>
            Review
          </Button>
        )}
      </div>
      {draft && <Verdict handoff={handoff} draft={draft} onOpen={onOpen} onSave={onSave} />}
      {reviews.length === 0 && draft === null && (
        <p className="mt-1 text-xs text-muted">
          {status === "ready"
            ? "Complete and waiting to be read. It must be accepted before the kickoff."
            : "Not reviewed yet. A packet can be returned at any time, and accepted when all six sections are filled."}
        </p>
      )}
      <ol aria-label="Reviews" className="mt-1">
        {reviews.toReversed().map((review) => (
          <li key={review.entryId} className="flex items-start justify-between gap-3 py-1.5 text-xs">
            <div className="min-w-0">
              <p>
                <span className="font-medium">{review.outcome === "accepted" ? "Accepted" : "Returned"}</span>{" "}
                <span className="num text-muted">
                  {momentText(review.at)}
                  {review.by !== null && ` by ${review.by}`}
                </span>
              </p>
              {review.gaps.map((gap) => (
                <p key={gap.section} className="text-muted">
                  {packetSections[gap.section]}: {gap.missing}
                </p>
              ))}
            </div>
            {may.review && mayRecord() && (
              <Withdraw
                title={review.outcome === "accepted" ? "Withdraw the acceptance?" : "Withdraw the return?"}
                note="The packet then stands as it did before. The reason is kept."
                name={`Withdraw the review of ${momentText(review.at)}`}
                onWithdraw={(reason) => onWithdraw(review.entryId, reason)}
              />
            )}
          </li>
        ))}
      </ol>
      {changedSince.length > 0 && (
        <p className="mt-1 text-xs text-warning">
          Changed since it was accepted: {changedSince.map((section) => packetSections[section]).join(", ")}.
        </p>
      )}
    </section>
  );
}

function Verdict({
  handoff,
  draft,
  onOpen,
  onSave,
}: Omit<Props, "may" | "onWithdraw" | "draft"> & { draft: Draft }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const gaps = (Object.entries(draft.gaps) as [PacketSection, string][]).map(([section, missing]) => ({
    section,
    missing: missing.trim(),
  }));
  const unsaid = gaps.find((gap) => gap.missing === "");
  const give = async (entry: Entry) => {
    setBusy(true);
    setRefused(null);
    try {
      await onSave(entry);
      flushSync(() => onOpen(false));
      document.getElementById("review-title")?.focus();
    } catch (error) {
      setRefused(refusalOf(error).message);
    } finally {
      setBusy(false);
    }
  };
  const returned = () => {
    if (unsaid)
      return setRefused(`Say what is missing under ${packetSections[unsaid.section]}, or take it as it is.`);
    return void give({ of: "packet_review", outcome: "returned", gaps, close: handoff.close.id });
  };
  const accepted = () =>
    void give({ of: "packet_review", outcome: "accepted", gaps: [], close: handoff.close.id });
  return (
    <div className="mt-2 flex flex-col gap-2 text-xs">
      <p className="text-muted">
        {gaps.length === 0
          ? "Read each section. Ask where something is missing; accept when nothing is."
          : `${counted(gaps.length, "section")} to be asked about.`}
      </p>
      <div className="flex flex-wrap gap-2">
        {gaps.length === 0 ? (
          <Button look="primary" size="large" aria-disabled={busy} onClick={accepted}>
            Accept handoff
          </Button>
        ) : (
          <Button look="primary" size="large" aria-disabled={busy} onClick={returned}>
            Return with {counted(gaps.length, "gap")}
          </Button>
        )}
        <Button size="large" onClick={() => onOpen(false)}>
          Cancel
        </Button>
      </div>
      <FormMessage text={refused} />
    </div>
  );
}
