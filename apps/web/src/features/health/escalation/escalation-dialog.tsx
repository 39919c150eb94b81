import { useQuery } from "@tanstack/react-query";
import { roleNames } from "@termwise/core/access";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { useHealthWrites } from "../health.ts";

interface Props {
  /** The account, and whether it is raised or what was raised is closed; null: nothing is asked. */
  asked: { readonly accountId: string; readonly does: "escalate" | "close" } | null;
  /** What the account is called, where the page is not its own. */
  name?: string | undefined;
  onClose: () => void;
}

/** Raises an account at risk to an executive of ours, or closes that with what came of it. */
export function EscalationDialog({ asked, name, onClose }: Props) {
  return (
    <Dialog
      open={asked !== null}
      onClose={onClose}
      title={asked?.does === "close" ? "Close the escalation" : "Escalate to an executive"}
      note={
        asked &&
        `${name ? `${name}. ` : ""}${
          asked.does === "close"
            ? "Whoever raised it and its sponsor are told what came of it."
            : "The sponsor is told, and it is tracked until it is closed."
        }`
      }
    >
      {asked?.does === "escalate" && <Escalate accountId={asked.accountId} onClose={onClose} />}
      {asked?.does === "close" && <CloseForm accountId={asked.accountId} onClose={onClose} />}
    </Dialog>
  );
}

interface Asked {
  accountId: string;
  onClose: () => void;
}

function Escalate({ accountId, onClose }: Asked) {
  const query = useQuery(
    trpc.health.sponsors.queryOptions({ accountId } as Inputs["health"]["sponsors"], { staleTime: 60_000 }),
  );
  return (
    <Loaded query={query} what="Who it can be raised to" skeleton={<Skeleton className="h-40" />}>
      {(sponsors) => <EscalateForm accountId={accountId} sponsors={sponsors} onClose={onClose} />}
    </Loaded>
  );
}

const noReason = (reason: string) =>
  reason.trim() === "" ? "Say why, for whoever reads it later." : undefined;

function EscalateForm({
  accountId,
  sponsors: { members, suggested },
  onClose,
}: Asked & { sponsors: Outputs["health"]["sponsors"] }) {
  const { escalate } = useHealthWrites();
  const form = useForm({
    start: { sponsor: suggested ?? members[0]?.memberId ?? "", reason: "" },
    check: ({ reason }) => ({ reason: noReason(reason) }),
    send: async ({ sponsor, reason }) => {
      await escalate({ accountId, sponsor, reason: reason.trim() } as Inputs["health"]["escalate"]);
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form}>
      <SelectField
        {...form.field("sponsor")}
        label="Executive sponsor"
        hint="A member who sees every account."
        options={members.map(({ memberId, name, role }) => ({
          value: memberId,
          label: `${name}, ${roleNames[role]}`,
        }))}
      />
      <TextAreaField {...form.field("reason")} label="Reason" maxLength={1000} />
      <FormMessage text={form.message} />
      <Ends busy={form.busy} does="Escalate" onClose={onClose} />
    </Form>
  );
}

function CloseForm({ accountId, onClose }: Asked) {
  const { closeEscalation } = useHealthWrites();
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: noReason(reason) }),
    send: async ({ reason }) => {
      await closeEscalation({ accountId, reason: reason.trim() } as Inputs["health"]["closeEscalation"]);
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form}>
      <TextAreaField {...form.field("reason")} label="What came of it" maxLength={1000} />
      <FormMessage text={form.message} />
      <Ends busy={form.busy} does="Close it" onClose={onClose} />
    </Form>
  );
}

function Ends({ busy, does, onClose }: { busy: boolean; does: string; onClose: () => void }) {
  return (
    <Actions>
      <Submit busy={busy}>{does}</Submit>
      <Button size="large" onClick={onClose}>
        Cancel
      </Button>
    </Actions>
  );
}
