import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { momentText } from "../../lib/format.ts";
import { type Inputs, refusalOf, trpc } from "../../lib/trpc.ts";
import { useRecording } from "../../lib/use-recording.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { RunCard } from "./run-card.tsx";
import { StartDialog } from "./start-dialog.tsx";
import { isOpen } from "./words.ts";

/** The plays of one account: what is proposed, what runs, what was run and what came of it. */
export function AccountPlays({ accountId }: { accountId: string }) {
  const query = useQuery(trpc.plays.ofAccount.queryOptions({ accountId } as Inputs["plays"]["ofAccount"]));
  const [dialog, setDialog] = useState<"start" | "cancel" | null>(null);
  const { search, change } = useSearchState();
  const [trouble, setTrouble] = useState<string | null>(null);
  const { withdraw } = useRecording(accountId);
  const close = () => setDialog(null);
  const buttons = mayI("plays.start") && (
    <>
      <Button look="primary" aria-haspopup="dialog" onClick={() => setDialog("start")}>
        Begin a play
      </Button>
      <Button aria-haspopup="dialog" onClick={() => setDialog("cancel")}>
        They asked to leave…
      </Button>
    </>
  );
  return (
    <Loaded query={query} what="The plays of this account" skeleton={<Skeleton className="h-72" />}>
      {({ runs, currency, cancelRequests }) => (
        <div className="flex flex-col gap-4">
          {runs.length > 0 && <div className="flex flex-wrap gap-2">{buttons}</div>}
          {trouble !== null && <FormMessage text={trouble} />}
          {cancelRequests.map(({ entryId, at, says }) => (
            <div key={entryId} className="card flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-xs">
              <span className="min-w-0 flex-1">
                <span className="font-medium text-negative">Asked to leave</span> on {momentText(at)}: {says}
              </span>
              {mayI("journal.withdraw") && (
                <Button
                  look="quiet"
                  onClick={() => void withdraw(entryId, "It does not want to leave").catch(told)}
                >
                  Take back
                </Button>
              )}
            </div>
          ))}
          {runs.length === 0 ? (
            <div className="card">
              <Empty title="No play was run here yet." actions={buttons}>
                A play is proposed as soon as its trigger is met, and can be begun by hand with a reason.
              </Empty>
            </div>
          ) : (
            runs.map((run) => (
              <RunCard
                key={run.runId}
                run={run}
                currency={currency}
                onEnd={({ runId }) => change({ end: runId })}
                onTrouble={told}
              />
            ))
          )}
          <StartDialog accountId={accountId} open={dialog === "start"} onClose={close} />
          <CancelDialog accountId={accountId} open={dialog === "cancel"} onClose={close} />
          <EndDialog
            run={runs.find((run) => run.runId === search["end"] && isOpen(run)) ?? null}
            onClose={() => change({ end: undefined })}
          />
        </div>
      )}
    </Loaded>
  );

  function told(error: unknown): void {
    setTrouble(refusalOf(error).message);
  }
}
