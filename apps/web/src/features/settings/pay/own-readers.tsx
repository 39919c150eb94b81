import { useQuery } from "@tanstack/react-query";
import type { PayReason } from "@termwise/core/access";
import { dayText } from "../../../lib/format.ts";
import { holdersOf } from "../../../lib/holders.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useWho } from "../../../lib/who.ts";
import { EntryList } from "../../../ui/entry-list.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";

const reasons: Readonly<Record<PayReason, string>> = {
  own: "It is your own",
  manager: "They lead you, directly or through others",
  grant: "It was granted to them",
};

/** Who can read one's own pay today, and why. */
export function OwnReaders() {
  const { member } = useWho();
  const query = useQuery(trpc.pay.readers.queryOptions({ memberId: member.id }));
  return (
    <Loaded query={query} what="Who can read your pay" skeleton={<Skeleton className="h-32" />}>
      {(readers) => (
        <FormSection
          flush
          title="Who can read your pay"
          note={`No role reads pay by itself, the workspace admin's neither. ${holdersOf("pay.grant")} grants it, and each reading is written to the audit log.`}
        >
          <EntryList
            label="Who can read your pay"
            entries={readers}
            entryKey={({ memberId }) => memberId}
            empty="Nobody."
            title={({ memberId, name }) => (memberId === member.id ? `${name} (you)` : name)}
            detail={({ reason, until }) => `${reasons[reason]}${until ? `, until ${dayText(until)}` : ""}`}
          />
        </FormSection>
      )}
    </Loaded>
  );
}
