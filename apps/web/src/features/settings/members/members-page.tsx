import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { Invitations } from "./invitations.tsx";
import { Invite } from "./invite.tsx";
import { MemberList } from "./member-list.tsx";

/** Who is in the workspace, what each may see, and who is invited. */
export function MembersPage() {
  return (
    <SettingsPage
      at="/settings/members"
      title="Members"
      tools={mayI("members.invite") ? <Invite /> : undefined}
    >
      <Content />
      {mayI("members.invitations") && <Invitations />}
    </SettingsPage>
  );
}

function Content() {
  const query = useQuery(trpc.members.list.queryOptions());
  return (
    <Loaded query={query} what="The list of members" skeleton={<Skeleton className="h-96" />}>
      {(members) => <MemberList members={members} />}
    </Loaded>
  );
}
