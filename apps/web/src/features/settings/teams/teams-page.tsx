import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { SetManager } from "./manager-dialog.tsx";
import { TeamBranch } from "./team-branch.tsx";
import { TeamHistory } from "./team-history.tsx";
import { teamTree } from "./team-tree.ts";

/** A member as the teams show them. */
export type TeamMember = Outputs["members"]["list"][number];

/** Who leads whom today, and since when. */
export function TeamsPage() {
  return (
    <SettingsPage at="/settings/teams" title="Teams">
      <Content />
    </SettingsPage>
  );
}

function Content() {
  const query = useQuery(trpc.members.list.queryOptions());
  return (
    <Loaded query={query} what="The reporting lines" skeleton={<Skeleton className="h-96" />}>
      {(members) => (
        <div className="flex flex-col gap-4">
          <Tree members={members} />
          <TeamHistory members={members} />
        </div>
      )}
    </Loaded>
  );
}

function Tree({ members }: { members: readonly TeamMember[] }) {
  const [changing, setChanging] = useState<TeamMember | null>(null);
  return (
    <FormSection
      flush
      title="Reporting lines"
      note="Whoever sees their team's accounts sees those of everybody below them, today."
    >
      <TeamBranch
        nodes={teamTree(members)}
        label="Reporting lines"
        onChange={mayI("members.setManager") ? setChanging : null}
      />
      <SetManager member={changing} members={members} onClose={() => setChanging(null)} />
    </FormSection>
  );
}
