import { useMutation, useQueryClient } from "@tanstack/react-query";
import { trpc } from "../../../lib/trpc.ts";
import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import type { Member } from "./member.ts";

/** Shuts a member out of the workspace, or lets them in again. */
export function DisableMember({ member, onDone }: { member: Member; onDone: () => void }) {
  const client = useQueryClient();
  const onSuccess = () => {
    onDone();
    void client.invalidateQueries();
  };
  const disable = useMutation(trpc.members.disable.mutationOptions({ onSuccess }));
  const enable = useMutation(trpc.members.enable.mutationOptions({ onSuccess }));
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line pt-4">
      <p className="min-w-0 flex-1 basis-52 text-2xs text-subtle">
        {member.disabled
          ? "They cannot enter this workspace."
          : "Shuts them out at once; what they did stays in the audit log."}
      </p>
      {member.disabled ? (
        <ConfirmButton
          label="Enable"
          title={`Enable ${member.name}?`}
          look="plain"
          onConfirm={() => enable.mutateAsync({ memberId: member.id })}
        >
          They can sign in again, with the role and scope they had.
        </ConfirmButton>
      ) : (
        <ConfirmButton
          label="Disable"
          title={`Disable ${member.name}?`}
          onConfirm={() => disable.mutateAsync({ memberId: member.id })}
        >
          Their sessions in this workspace end, their API keys stop, and the invitations they sent are
          revoked. They can be enabled again.
        </ConfirmButton>
      )}
    </div>
  );
}
