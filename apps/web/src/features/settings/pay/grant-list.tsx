import { useMutation, useQueryClient } from "@tanstack/react-query";
import { dayText, momentDay } from "../../../lib/format.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { Chip } from "../../../ui/chip.tsx";
import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import { EntryList } from "../../../ui/entry-list.tsx";
import { FormSection } from "../../../ui/form-section.tsx";

type Grant = Outputs["pay"]["grants"][number];

/** Whose pay a grant opens, in words. */
const ofWhom = ({ subject }: Grant): string =>
  typeof subject === "string" ? "everybody's pay" : `the pay of ${subject.name}`;

const grantedText = ({ grantedBy, grantedAt }: Grant): string =>
  `Granted${grantedBy ? ` by ${grantedBy.name}` : ""} on ${momentDay(grantedAt)}`;

/** The grants in force, then those that ended. */
export function GrantList({ grants }: { grants: readonly Grant[] }) {
  const client = useQueryClient();
  // Who reads one's own pay is asked anew when the page is opened: each such question is an entry of the audit log.
  const withdraw = useMutation(
    trpc.pay.withdraw.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.pay.grants.queryFilter()),
    }),
  );
  const ended = grants.filter(({ active }) => !active);
  const title = (grant: Grant) => (
    <>
      {grant.reader.name}
      <span className="font-normal text-muted">reads {ofWhom(grant)}</span>
      {grant.withdrawnAt && <Chip>Withdrawn</Chip>}
    </>
  );
  return (
    <>
      <FormSection
        flush
        title="Grants"
        note="Besides their own pay and that of the people they lead, which everybody reads without one."
      >
        <EntryList
          label="Grants"
          entries={grants.filter(({ active }) => active)}
          entryKey={({ id }) => id}
          empty="Nobody was granted to read somebody else's pay."
          title={title}
          detail={(grant) => (
            <>
              {grant.reason}
              <br />
              Until {dayText(grant.until)}. {grantedText(grant)}
            </>
          )}
          actions={(grant) => (
            <ConfirmButton
              label="Withdraw"
              name={`Withdraw the grant of ${grant.reader.name}`}
              title={`Withdraw the grant of ${grant.reader.name}?`}
              onConfirm={() => withdraw.mutateAsync({ id: grant.id })}
            >
              From now on {grant.reader.name} no longer reads {ofWhom(grant)}. What they read before stays in
              the audit log.
            </ConfirmButton>
          )}
        />
      </FormSection>
      {ended.length > 0 && (
        <FormSection flush title="Ended">
          <EntryList
            label="Ended grants"
            entries={ended}
            entryKey={({ id }) => id}
            empty=""
            title={title}
            detail={(grant) => (
              <>
                {grant.reason}
                <br />
                {grant.withdrawnAt
                  ? `Withdrawn ${momentDay(grant.withdrawnAt)}`
                  : `${dayText(grant.from)} to ${dayText(grant.until)}`}
                . {grantedText(grant)}
              </>
            )}
          />
        </FormSection>
      )}
    </>
  );
}
