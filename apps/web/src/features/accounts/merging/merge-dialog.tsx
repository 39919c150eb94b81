import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type Inputs, trpc } from "../../../lib/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { Account } from "../account.ts";
import { ChooseAccount } from "./choose-account.tsx";
import { MergeEffect } from "./merge-effect.tsx";

interface Props {
  open: boolean;
  account: Account;
  onClose: () => void;
}

/** Records that this account is another one's: chosen, told what it does, and then done for good. */
export function MergeDialog({ open, account, onClose }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Merge ${account.name} into another account`}
      note="For one customer that stands in the book twice. A merge cannot be taken back."
      wide
    >
      <MergeForm account={account} onClose={onClose} />
    </Dialog>
  );
}

function MergeForm({ account, onClose }: Omit<Props, "open">) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const merge = useMutation(trpc.accounts.merge.mutationOptions());
  const form = useForm({
    start: { intoId: "", reason: "" },
    check: ({ intoId, reason }) => ({
      intoId: intoId === "" ? "Choose the account it is merged into." : undefined,
      reason: reason.trim() === "" ? "Say why they are one customer." : undefined,
    }),
    send: async ({ intoId, reason }) => {
      const asked = { accountId: account.accountId, intoId, reason: reason.trim() };
      const done = await merge.mutateAsync(asked as Inputs["accounts"]["merge"]);
      onClose();
      await navigate({ to: "/accounts/$accountId", params: { accountId: done.intoId } });
      // Every figure may follow.
      await client.invalidateQueries();
      return undefined;
    },
  });
  const { intoId } = form.values;
  const together = useQuery({
    ...trpc.accounts.together.queryOptions({
      accountId: account.accountId,
      intoId,
    } as Inputs["accounts"]["together"]),
    enabled: intoId !== "",
  });
  return (
    <Form form={form} label="Merge">
      <ChooseAccount {...form.field("intoId")} except={account.accountId} />
      {intoId !== "" && <MergeEffect data={together.data} error={together.error} />}
      <TextField
        {...form.field("reason")}
        label="Why are they one customer?"
        hint="Stands on the account as a note, and in the audit log"
        maxLength={500}
        autoComplete="off"
      />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy} look="danger">
          Merge for good
        </Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
