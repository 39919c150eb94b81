import { useMutation, useQuery } from "@tanstack/react-query";
import { roleNames } from "@termwise/core/access";
import { momentDay } from "../../../lib/format.ts";
import { refusalOf, trpc } from "../../../lib/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { EntryList } from "../../../ui/entry-list.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { InvitationLink } from "./invitation-link.tsx";
import type { Invitation } from "./member.ts";
import { scopeNames } from "./scope-words.ts";

/** The invitations nobody has taken up yet. */
export function Invitations() {
  const query = useQuery(trpc.members.invitations.queryOptions());
  return (
    <Loaded query={query} what="The invitations" skeleton={<Skeleton className="h-24" />}>
      {(invitations) => <Pending invitations={invitations} onChanged={() => void query.refetch()} />}
    </Loaded>
  );
}

function Pending({ invitations, onChanged }: { invitations: readonly Invitation[]; onChanged: () => void }) {
  const revoke = useMutation(trpc.members.revokeInvitation.mutationOptions({ onSuccess: onChanged }));
  return (
    <FormSection flush title="Invitations" note="Not taken up yet. Each is for one address and works once.">
      <EntryList
        label="Invitations"
        entries={invitations}
        entryKey={({ id }) => id}
        empty="Everybody who was invited has joined."
        title={({ email, expired }) => (
          <>
            {email}
            {expired && <Chip tone="warning">Expired</Chip>}
          </>
        )}
        detail={({ role, scope, expiresAt, expired, invitedBy }) =>
          `${roleNames[role]}, ${scopeNames[scope].toLowerCase()}. ${expired ? "Expired" : "Expires"} ${momentDay(expiresAt)}${invitedBy ? `. Invited by ${invitedBy}` : ""}`
        }
        actions={(invitation) => (
          <>
            <Renew invitation={invitation} onRenewed={onChanged} />
            <ConfirmButton
              label="Revoke"
              name={`Revoke the invitation of ${invitation.email}`}
              title={`Revoke the invitation of ${invitation.email}?`}
              onConfirm={() => revoke.mutateAsync({ id: invitation.id })}
            >
              The link stops working. Somebody who has joined already stays a member.
            </ConfirmButton>
          </>
        )}
      />
    </FormSection>
  );
}

function Renew({ invitation, onRenewed }: { invitation: Invitation; onRenewed: () => void }) {
  const renew = useMutation(trpc.members.renewInvitation.mutationOptions({ onSuccess: onRenewed }));
  const close = () => renew.reset();
  return (
    <>
      <Button
        aria-label={`Renew the invitation of ${invitation.email}`}
        disabled={renew.isPending}
        onClick={() => renew.mutate({ id: invitation.id })}
      >
        Renew
      </Button>
      <Dialog open={renew.isSuccess || renew.isError} onClose={close} title="Invitation renewed">
        {renew.data ? (
          <InvitationLink email={invitation.email} {...renew.data} />
        ) : (
          <FormMessage text={renew.error ? refusalOf(renew.error).message : null} />
        )}
        <Actions>
          <Button look="primary" size="large" onClick={close}>
            Done
          </Button>
        </Actions>
      </Dialog>
    </>
  );
}
