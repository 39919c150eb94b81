import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { Leaving } from "./leaving.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { SettingsRead } from "./settings-read.tsx";
import { SignInRule } from "./sign-in-rule.tsx";

/** How the company is reported, who may enter, and how one leaves with everything. */
export function WorkspacePage({ demo }: { demo: ReactNode }) {
  return (
    <SettingsPage at="/settings/workspace" narrow title="Workspace">
      <Content demo={demo} />
    </SettingsPage>
  );
}

function Content({ demo }: { demo: ReactNode }) {
  const query = useQuery(trpc.workspace.settings.queryOptions());
  return (
    <Loaded query={query} what="The workspace's settings" skeleton={<Skeleton className="h-96" />}>
      {(settings) =>
        mayI("workspace.change") ? (
          <div className="flex flex-col gap-4">
            <SettingsForm settings={settings} />
            {mayI("members.change") && <SignInRule required={settings.secondFactorRequired} />}
            {demo}
            {mayI("workspace.remove") && <Leaving name={settings.name} />}
          </div>
        ) : (
          <SettingsRead settings={settings} />
        )
      }
    </Loaded>
  );
}
