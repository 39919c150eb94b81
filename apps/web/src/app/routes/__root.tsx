import { createRootRoute, type ErrorComponentProps, Link, Outlet, useMatches } from "@tanstack/react-router";
import { isDoor } from "../../lib/own-path.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Guard } from "../shell/guard.tsx";
import { Shell } from "../shell/shell.tsx";

export const Route = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});

/** The doors stand outside; everything else is behind the guard and, but for pages to print, inside the shell. */
function Root() {
  // The page that is drawn, not the one the address already names: while one leaves, they differ.
  const path = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? "/" });
  if (isDoor(path)) return <Outlet />;
  if (path.startsWith("/print/"))
    return (
      <Guard>
        <Outlet />
      </Guard>
    );
  return (
    <Guard>
      <Shell>
        <Outlet />
      </Shell>
    </Guard>
  );
}

function NotFound() {
  return (
    <Page title="Not found">
      <Empty
        title="There is no page at this address."
        actions={
          <Link to="/retention" className={buttonClass("primary", "large")}>
            Open the retention overview
          </Link>
        }
      />
    </Page>
  );
}

function Broken({ reset }: ErrorComponentProps) {
  return (
    <Page title="Something went wrong">
      <Empty
        title="This page could not be drawn."
        actions={
          <Button look="primary" size="large" onClick={reset}>
            Try again
          </Button>
        }
      >
        Your data is as it was.
      </Empty>
    </Page>
  );
}
