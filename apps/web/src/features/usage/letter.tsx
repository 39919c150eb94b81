import { momentText } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { codeName, type DeadLetter, useUsageActions } from "./usage.ts";

/** Marks that turn the direction of text around are shown as they are written, so that nothing reads as what it is not. */
const marks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const spelled = (text: string) =>
  text.replace(marks, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The event as it came, line by line. */
const written = (body: string) => spelled(JSON.stringify(JSON.parse(body), null, 2));

/** One event that was not taken: what is wrong with it, all of it, and what can be done. */
export function Letter({ of, source, onClose }: { of: DeadLetter; source: string; onClose: () => void }) {
  const { replay, dismiss } = useUsageActions();
  const stillDead = replay.data?.dead === 1;
  const ids = [of.id];
  return (
    <Dialog open wide onClose={onClose} title={`Not taken: ${codeName(of.code)}`} note={of.reason}>
      <dl className="mb-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-xs">
        <dt className="text-muted">Source</dt>
        <dd>
          <bdi>{source}</bdi>
        </dd>
        <dt className="text-muted">Came</dt>
        <dd className="num">{momentText(of.receivedAt)}</dd>
        {of.messageId !== null && (
          <>
            <dt className="text-muted">Id</dt>
            <dd className="break-all">
              <bdi>{spelled(of.messageId)}</bdi>
            </dd>
          </>
        )}
      </dl>
      <ScrollRegion
        label="The event as it came"
        className="mb-3 max-h-[45dvh] overflow-auto rounded-control border border-line bg-page p-3"
      >
        <pre dir="ltr" className="font-mono text-2xs">
          {written(of.body)}
        </pre>
      </ScrollRegion>
      <div role="status">
        {stillDead && (
          <p className="mb-2 text-xs text-muted">
            Read again: it is still not to be taken, for the same reason or the next.
          </p>
        )}
      </div>
      <FormMessage text={replay.error?.message ?? dismiss.error?.message ?? null} />
      <Actions>
        <Button
          look="primary"
          size="large"
          disabled={replay.isPending}
          onClick={() => replay.mutate({ ids }, { onSuccess: ({ dead }) => dead === 0 && onClose() })}
        >
          Replay
        </Button>
        <Button
          size="large"
          disabled={dismiss.isPending}
          onClick={() => dismiss.mutate({ ids }, { onSuccess: onClose })}
        >
          Dismiss
        </Button>
        <Button look="quiet" size="large" onClick={onClose}>
          Close
        </Button>
      </Actions>
    </Dialog>
  );
}
