import { lazy, Suspense, useState } from "react";
import { mayI } from "../../../lib/who.ts";
import { ActionMenu } from "../../../ui/action-menu.tsx";
import type { Account } from "../account.ts";

const MergeDialog = lazy(() => import("./merge-dialog.tsx").then((m) => ({ default: m.MergeDialog })));

/** What can be done about the account itself, for whoever may do any of it. */
export function AccountMenu({ account }: { account: Account }) {
  const [merging, setMerging] = useState(false);
  const [used, setUsed] = useState(false);
  if (!mayI("accounts.merge")) return null;
  const merge = () => {
    setUsed(true);
    setMerging(true);
  };
  return (
    <div className="no-print">
      <ActionMenu
        label="More about this account"
        actions={[{ key: "merge", label: "Merge into another account…", run: merge }]}
      />
      {used && (
        <Suspense fallback={null}>
          <MergeDialog open={merging} account={account} onClose={() => setMerging(false)} />
        </Suspense>
      )}
    </div>
  );
}
