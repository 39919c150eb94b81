import { createFileRoute, Link } from "@tanstack/react-router";
import { DemoRoles } from "../../features/doors/demo-roles.tsx";
import { SignIn } from "../../features/doors/sign-in.tsx";
import { ownPath } from "../../lib/own-path.ts";
import { DoorShell } from "../shell/door-shell.tsx";
import { KnowingWho, ToDoor, ToPage } from "../shell/guard.tsx";

interface Search {
  to?: string;
  why?: string;
  failed?: "oidc";
}

export const Route = createFileRoute("/sign-in")({
  validateSearch: ({ to, why, failed }: Record<string, unknown>): Search => ({
    ...(typeof to === "string" ? { to } : {}),
    ...(typeof why === "string" ? { why } : {}),
    ...(failed === "oidc" ? { failed } : {}),
  }),
  component: SignInRoute,
});

function SignInRoute() {
  const { to, why, failed } = Route.useSearch();
  const target = ownPath(to);
  // Loaded anew, so that nothing of whoever was here before stays in memory.
  const enter = () => location.assign(target);
  return (
    <KnowingWho>
      {({ who, doors }) =>
        who !== null ? (
          <ToPage to={target} />
        ) : doors.firstRun && doors.demo.length === 0 ? (
          <ToDoor door="/setup" />
        ) : (
          <DoorShell
            aside={doors.demo.length > 0 && <DemoRoles members={doors.demo} onEntered={enter} />}
            foot={
              doors.firstRun && (
                <>
                  No workspace of your own yet?{" "}
                  <Link to="/setup" className="rounded-sm text-link underline">
                    Set one up
                  </Link>
                </>
              )
            }
          >
            <SignIn
              why={why}
              providerFailed={failed === "oidc"}
              provider={doors.oidc}
              to={target}
              onEntered={enter}
            />
          </DoorShell>
        )
      }
    </KnowingWho>
  );
}
