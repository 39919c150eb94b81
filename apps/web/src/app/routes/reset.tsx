import { createFileRoute } from "@tanstack/react-router";
import { RequestReset, SetPassword } from "../../features/doors/reset.tsx";
import { useLinkToken } from "../../lib/link-token.ts";
import { DoorShell } from "../shell/door-shell.tsx";
import { KnowingWho } from "../shell/guard.tsx";

export const Route = createFileRoute("/reset")({ component: ResetRoute });

function ResetRoute() {
  const token = useLinkToken();
  if (token !== "")
    return (
      <DoorShell>
        <SetPassword key={token} token={token} onChanged={() => location.assign("/sign-in?why=changed")} />
      </DoorShell>
    );
  return (
    <KnowingWho>
      {({ doors }) => (
        <DoorShell>
          <RequestReset mail={doors.mail} />
        </DoorShell>
      )}
    </KnowingWho>
  );
}
