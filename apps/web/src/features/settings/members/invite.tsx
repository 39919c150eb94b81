import { useMutation, useQueryClient } from "@tanstack/react-query";
import { usualScope } from "@termwise/core/access";
import { useState } from "react";
import { isDemoPerson } from "../../../lib/demo-person.ts";
import { mailFault } from "../../../lib/mail-address.ts";
import { refusalOf, trpc } from "../../../lib/trpc.ts";
import { useWho } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { InvitationLink } from "./invitation-link.tsx";
import { namesOf } from "./member.ts";
import { RightsFields, type RightsValues } from "./rights-fields.tsx";

/** A button that invites somebody: what they will be, then the link or that it was mailed. */
export function Invite() {
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const { user } = useWho();
  const close = () => {
    setOpen(false);
    setSent(null);
  };
  return (
    <>
      <Button look="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Invite
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={sent ? "Invited" : "Invite a member"}
        note={sent ? undefined : "They choose their own password. The invitation is for this address alone."}
        wide={!sent}
      >
        {sent ? (
          <>
            <InvitationLink {...sent} />
            <Actions>
              <Button look="primary" size="large" onClick={close}>
                Done
              </Button>
            </Actions>
          </>
        ) : isDemoPerson(user) ? (
          <>
            <p className="mb-3 text-xs text-muted">
              People of the demo company cannot invite anybody: whoever came would own an installation that
              nobody has set up yet. Set your own workspace up first.
            </p>
            <Actions>
              <Button look="primary" size="large" onClick={close}>
                Close
              </Button>
            </Actions>
          </>
        ) : (
          <InviteForm onSent={setSent} onCancel={close} />
        )}
      </Dialog>
    </>
  );
}

interface Sent {
  readonly email: string;
  readonly link: string | null;
  readonly mailed: boolean;
}

const start: RightsValues & { email: string } = {
  email: "",
  role: "csm",
  scope: usualScope.csm,
  title: "",
  knownAs: "",
};

function InviteForm({ onSent, onCancel }: { onSent: (sent: Sent) => void; onCancel: () => void }) {
  const client = useQueryClient();
  const invite = useMutation(trpc.members.invite.mutationOptions());
  const form = useForm({
    start,
    check: ({ email }) => ({ email: mailFault(email) }),
    send: async ({ email, role, scope, title, knownAs }) => {
      try {
        const { link, mailed } = await invite.mutateAsync({
          email: email.trim(),
          role,
          scope,
          ...(title.trim() === "" ? {} : { title: title.trim() }),
          knownAs: namesOf(knownAs),
        });
        void client.invalidateQueries(trpc.members.invitations.queryFilter());
        onSent({ email: email.trim(), link, mailed });
        return undefined;
      } catch (error) {
        const { code, message } = refusalOf(error);
        if (code === "CONFLICT" || code === "PRECONDITION_FAILED") return { fields: { email: message } };
        throw error;
      }
    },
  });
  return (
    <Form form={form} label="Invite a member">
      <TextField
        {...form.field("email")}
        label="Mail address"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        autoFocus
      />
      <RightsFields form={form} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Invite</Submit>
        <Button size="large" onClick={onCancel}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
