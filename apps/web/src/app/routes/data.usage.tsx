import { createFileRoute } from "@tanstack/react-router";
import { UsagePage } from "../../features/usage/usage-page.tsx";
import { mayI } from "../../lib/who.ts";
import { Page } from "../../ui/page.tsx";
import { NoPermission } from "../../ui/states.tsx";

export const Route = createFileRoute("/data/usage")({ component: Usage });

function Usage() {
  if (mayI("usage.sources")) return <UsagePage />;
  return (
    <Page title="Usage">
      <NoPermission what="Usage" />
    </Page>
  );
}
