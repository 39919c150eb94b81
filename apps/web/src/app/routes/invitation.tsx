import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { AcceptInvitation } from "../../features/doors/invitation.tsx";
import { InvitationGone } from "../../features/doors/invitation-gone.tsx";
import { readInvitation } from "../../lib/doors-api.ts";
import { useLinkToken } from "../../lib/link-token.ts";
import { DoorShell } from "../shell/door-shell.tsx";

export const Route = createFileRoute("/invitation")({ component: InvitationRoute });

function InvitationRoute() {
  const token = useLinkToken();
  const invitation = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => readInvitation(token),
    enabled: token !== "",
    retry: false,
  });
  if (token !== "" && invitation.isPending) return <output className="sr-only">Loading</output>;
  return (
    <DoorShell>
      {invitation.data ? (
        <AcceptInvitation token={token} invitation={invitation.data} onEntered={() => location.assign("/")} />
      ) : (
        <InvitationGone error={invitation.error} />
      )}
    </DoorShell>
  );
}
