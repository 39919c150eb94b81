import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { CreateKey } from "./create-key.tsx";
import { KeyList } from "./key-list.tsx";

/** Programs that read from and write to the workspace, and what each may do. */
export function KeysPage() {
  return (
    <SettingsPage
      at="/settings/keys"
      narrow
      title="API keys"
      tools={mayI("keys.create") ? <CreateKey /> : undefined}
    >
      <Content />
    </SettingsPage>
  );
}

function Content() {
  const query = useQuery(trpc.keys.list.queryOptions());
  return (
    <Loaded query={query} what="The API keys" skeleton={<Skeleton className="h-64" />}>
      {(keys) => <KeyList keys={keys} />}
    </Loaded>
  );
}
