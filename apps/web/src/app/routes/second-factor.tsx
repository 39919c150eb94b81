import { createFileRoute } from "@tanstack/react-router";
import { Door } from "../../features/doors/door.tsx";
import { SecondFactorEnrolment } from "../../features/doors/enrolment.tsx";
import { ownPath } from "../../lib/own-path.ts";
import { DoorShell } from "../shell/door-shell.tsx";
import { KnowingWho, ToDoor, ToPage } from "../shell/guard.tsx";
import { SignOutLink } from "../shell/sign-out-link.tsx";

export const Route = createFileRoute("/second-factor")({
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } =>
    typeof to === "string" ? { to } : {},
  component: SecondFactorRoute,
});

function SecondFactorRoute() {
  const target = ownPath(Route.useSearch().to);
  return (
    <KnowingWho>
      {({ who }) => {
        if (who === null) return <ToDoor door="/sign-in" />;
        if (who.must !== "second_factor") return <ToPage to={target} />;
        return (
          <DoorShell foot={<SignOutLink />}>
            <Door
              title="Set up a second factor"
              note={`${who.workspace.name} asks for one: besides the password, a code of an authenticator app.`}
            >
              <SecondFactorEnrolment doneLabel="Continue" onDone={() => location.assign(target)} />
            </Door>
          </DoorShell>
        );
      }}
    </KnowingWho>
  );
}
