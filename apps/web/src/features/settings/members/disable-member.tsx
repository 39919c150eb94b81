import { useMutation, useQueryClient } from "@tanstack/react-query";
import { trpc } from "../../../lib/trpc.ts";
import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import type { Member } from "./member.ts";

/** Shuts a member out of the workspace, or lets them in again. */
export function DisableMember({ member }: { member: Member }) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries();
  const disable = useMutation(trpc.members.disable.mutationOptions({ onSuccess }));
  const enable = useMutation(trpc.members.enable.mutationOptions({ onSuccess }));
  if (member.disabled)
    return (
      <ConfirmButton
        label="Enable"
        name={`Enable ${member.name}`}
        title={`Enable ${member.name}?`}
        look="plain"
        onConfirm={() => enable.mutateAsync({ memberId: member.id })}
      >
        They can sign in again, with the role and scope they had.
      </ConfirmButton>
    );
  return (
    <ConfirmButton
      label="Disable"
      name={`Disable ${member.name}`}
      title={`Disable ${member.name}?`}
      onConfirm={() => disable.mutateAsync({ memberId: member.id })}
    >
      Their sessions in this workspace end at once, and they cannot sign in to it. What they did stays in the
      audit log. They can be enabled again.
    </ConfirmButton>
  );
}
