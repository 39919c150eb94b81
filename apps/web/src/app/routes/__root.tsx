import { createRootRoute, type ErrorComponentProps, Link, Outlet } from "@tanstack/react-router";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Shell } from "../shell/shell.tsx";

export const Route = createRootRoute({
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
  notFoundComponent: NotFound,
  errorComponent: Broken,
});

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
