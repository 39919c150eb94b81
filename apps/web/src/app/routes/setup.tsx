import { createFileRoute } from "@tanstack/react-router";
import { Setup } from "../../features/doors/setup.tsx";
import { SetupData } from "../../features/doors/setup-data.tsx";
import { useLinkToken } from "../../lib/link-token.ts";
import { mayI } from "../../lib/who.ts";
import { DoorShell } from "../shell/door-shell.tsx";
import { KnowingWho, ToDoor, ToPage } from "../shell/guard.tsx";

export const Route = createFileRoute("/setup")({
  validateSearch: ({ step }: Record<string, unknown>): { step?: "data" } => (step === "data" ? { step } : {}),
  component: SetupRoute,
});

/** The first run in three screens; before the last one is signed in, and may reload or leave. */
function SetupRoute() {
  const { step } = Route.useSearch();
  const token = useLinkToken();
  return (
    <KnowingWho>
      {({ who, doors }) => {
        if (who === null && !doors.firstRun) return <ToDoor door="/sign-in" />;
        if (who !== null && (step !== "data" || !mayI("workspace.loadDemo"))) return <ToPage to="/" />;
        return (
          <DoorShell>
            {who === null ? (
              <Setup key={token} token={token} onMade={() => location.replace("/setup?step=data")} />
            ) : (
              <SetupData onChosen={(page) => location.assign(page)} />
            )}
          </DoorShell>
        );
      }}
    </KnowingWho>
  );
}
