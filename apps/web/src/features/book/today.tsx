import { Suspense, useEffect, useRef, useState } from "react";
import { count, counted } from "../../lib/format.ts";
import { usePreferences } from "../../lib/preferences.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import type { QueueCard, Today } from "./book.ts";
import type { BookParts } from "./parts.ts";
import { focusRow, rowWithFocus, useQueueKeys } from "./queue-keys.ts";
import { QueueRow } from "./queue-row.tsx";
import { useLineActions } from "./use-line-actions.ts";

/** What to do next, for whom, why and by when, in the order of the printed formula. */
export function TodayQueue({ today, Recorder }: { today: Today } & Pick<BookParts, "Recorder">) {
  const { cards, shown: atOnce, formula, of } = today;
  const [all, setAll] = useState(false);
  const [recording, setRecording] = useState<QueueCard | null>(null);
  const { finish, putOff, trouble } = useLineActions();
  const settle = useSettledFocus(cards);
  useQueueKeys(recording !== null);
  const shown = all ? cards : cards.slice(0, atOnce);
  // What one puts off is off one's own queue: in somebody else's book there is nothing of one's own to put off.
  const writes = mayI("journal.record") && of === null;
  const acts = writes && {
    onDone: (card: QueueCard) => settle(() => finish(card)),
    onPutOff: (card: QueueCard, until: string) => settle(() => putOff(card, until)),
    onRecord: setRecording,
  };
  return (
    <section className="card" aria-labelledby="today-title">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 pt-3 pb-2">
        <h2 id="today-title" className="text-sm font-semibold">
          <OpensPanel panel="def:today-queue" data-definition="" className="term">
            Today
          </OpensPanel>{" "}
          <span role="status" className="num text-2xs font-normal text-subtle">
            {count(shown.length)} of {count(cards.length)}
          </span>
        </h2>
        <p className="text-2xs text-subtle">
          <span className="font-medium text-muted">{formula.rank}.</span> {formula.factors}
        </p>
      </header>
      {trouble && (
        <div className="px-4">
          <FormMessage text={trouble} />
        </div>
      )}
      {cards.length === 0 ? (
        <p className="border-t border-line px-4 py-6 text-center text-xs text-muted">
          <span className="font-medium text-fg">Nothing needs you today.</span> Renewals, handoffs, tasks and
          gaps come here by themselves.
        </p>
      ) : (
        <ol aria-label="Today queue">
          {shown.map((card, at) => (
            <QueueRow key={card.accountId} card={card} at={at} today={today} acts={acts || null} />
          ))}
        </ol>
      )}
      {cards.length > 0 && (
        <footer className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line px-4 py-1.5 text-2xs text-subtle">
          {cards.length > atOnce ? (
            <Button look="quiet" className="-ml-2.5" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? `Show the first ${atOnce}` : `Show ${counted(cards.length - atOnce, "more account")}`}
            </Button>
          ) : (
            <span />
          )}
          <KeyHints writes={writes} />
        </footer>
      )}
      {recording && (
        <Suspense fallback={null}>
          <Recorder type="call" accountId={recording.accountId} onClose={() => setRecording(null)} />
        </Suspense>
      )}
    </section>
  );
}

/**
 * Where a line leaves the queue, the one that takes its place has the focus, so that one goes on from there: its account's
 * link, not the button last pressed, as Enter opens it. Who moved on in the meantime stays where they are.
 */
function useSettledFocus(cards: readonly QueueCard[]): (act: () => void) => void {
  const wanted = useRef<{ at: number; row: Element | null } | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const { at, row } = wanted.current;
    const focused = document.activeElement ?? document.body;
    if (focused === document.body || row?.contains(focused)) focusRow(at);
    wanted.current = null;
  }, [cards]);
  return (act) => {
    const row = document.activeElement?.closest("[data-queue-row]") ?? null;
    wanted.current = { at: rowWithFocus(), row };
    act();
  };
}

const hints = [
  ["J K", "move"],
  ["Enter", "open"],
  ["E", "done"],
  ["H", "put off"],
  ["C", "record"],
] as const;

function KeyHints({ writes }: { writes: boolean }) {
  const { preferences } = usePreferences();
  if (!preferences?.singleKeys) return null;
  return (
    <p className="flex flex-wrap gap-x-3 pointer-coarse:hidden">
      {hints.slice(0, writes ? undefined : 2).map(([keys, does]) => (
        <span key={keys}>
          <kbd className="font-mono text-2xs text-muted">{keys}</kbd> {does}
        </span>
      ))}
    </p>
  );
}
