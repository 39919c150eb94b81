import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { TakeInvitation } from "../../features/doors/invitation.tsx";
import { InvitationGone } from "../../features/doors/invitation-gone.tsx";
import { readInvitation, signOut } from "../../lib/doors-api.ts";
import { keepLinkToken, useLinkToken } from "../../lib/link-token.ts";
import { DoorShell } from "../shell/door-shell.tsx";
import { KnowingWho } from "../shell/guard.tsx";

export const Route = createFileRoute("/invitation")({ component: InvitationRoute });

function InvitationRoute() {
  const token = useLinkToken();
  const invitation = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => readInvitation(token),
    enabled: token !== "",
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (token !== "" && invitation.isPending) return <output className="sr-only">Loading</output>;
  const { data } = invitation;
  if (!data)
    return (
      <DoorShell>
        <InvitationGone error={invitation.error} />
      </DoorShell>
    );
  const leaveTo = (address: string) => {
    keepLinkToken(token);
    location.assign(address);
  };
  return (
    <KnowingWho>
      {({ who }) => (
        <DoorShell>
          <TakeInvitation
            key={token}
            token={token}
            invitation={data}
            signedInAs={who?.user.email ?? null}
            onEntered={() => location.assign("/")}
            onSignIn={() => leaveTo("/sign-in?to=/invitation")}
            onSignOut={() => void signOut().finally(() => leaveTo("/invitation"))}
          />
        </DoorShell>
      )}
    </KnowingWho>
  );
}
