import { useMutation, useQuery } from "@tanstack/react-query";
import { momentText } from "../../../lib/format.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { Chip } from "../../../ui/chip.tsx";
import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import { EntryList } from "../../../ui/entry-list.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";

type Session = Outputs["account"]["sessions"][number];

/** Every device one is signed in on; each can be signed out from here. */
export function Sessions() {
  const sessions = useQuery(trpc.account.sessions.queryOptions());
  return (
    <Loaded query={sessions} what="Your sessions" skeleton={<Skeleton className="h-40" />}>
      {(list) => <SessionList sessions={list} onEnded={() => void sessions.refetch()} />}
    </Loaded>
  );
}

function SessionList({ sessions, onEnded }: { sessions: readonly Session[]; onEnded: () => void }) {
  const end = useMutation(trpc.account.endSession.mutationOptions({ onSuccess: onEnded }));
  const endOthers = useMutation(trpc.account.endOtherSessions.mutationOptions({ onSuccess: onEnded }));
  return (
    <FormSection
      flush
      title="Sessions"
      note="A session ends by itself after a day without use, and after two weeks in any case."
      tools={
        sessions.length > 1 && (
          <ConfirmButton
            label="End all others"
            title="End all other sessions?"
            onConfirm={() => endOthers.mutateAsync()}
          >
            {sessions.length === 2 ? "The other device" : `The ${sessions.length - 1} other devices`} must
            sign in again. This one stays signed in.
          </ConfirmButton>
        )
      }
    >
      <EntryList
        label="Sessions"
        entries={sessions}
        entryKey={(session) => session.id}
        empty="No session."
        title={(session) => (
          <>
            {session.device}
            {session.current && <Chip tone="info">This one</Chip>}
          </>
        )}
        detail={(session) => (
          <>
            {session.address ?? "Unknown address"}. Last used {momentText(session.usedAt)}, signed in{" "}
            {momentText(session.createdAt)}
          </>
        )}
        actions={(session) =>
          !session.current && (
            <ConfirmButton
              label="End"
              name={`End the session of ${session.device}`}
              title={`End the session of ${session.device}?`}
              verb="End it"
              onConfirm={() => end.mutateAsync({ id: session.id })}
            >
              That device must sign in again.
            </ConfirmButton>
          )
        }
      />
    </FormSection>
  );
}
