import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { GrantList } from "./grant-list.tsx";
import { GrantPay } from "./grant-pay.tsx";
import { OwnReaders } from "./own-readers.tsx";

/** Who may read whose pay, and why. */
export function PayPage() {
  const grants = mayI("pay.grants");
  return (
    <SettingsPage
      at="/settings/pay"
      narrow
      title="Pay access"
      tools={mayI("pay.grant") ? <GrantPay /> : undefined}
    >
      <OwnReaders />
      {grants && <Grants />}
    </SettingsPage>
  );
}

function Grants() {
  const query = useQuery(trpc.pay.grants.queryOptions());
  return (
    <Loaded query={query} what="The grants" skeleton={<Skeleton className="h-40" />}>
      {(grants) => <GrantList grants={grants} />}
    </Loaded>
  );
}
