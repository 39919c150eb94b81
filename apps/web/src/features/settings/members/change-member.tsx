import { useMutation, useQueryClient } from "@tanstack/react-query";
import { trpc } from "../../../lib/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { DisableMember } from "./disable-member.tsx";
import { type Member, namesOf } from "./member.ts";
import { RightsFields, type RightsValues } from "./rights-fields.tsx";

interface Props {
  member: Member | null;
  /** Whether it is oneself. */
  self: boolean;
  onClose: () => void;
}

/** Changes what a member is and may see, and says beforehand what follows from it. */
export function ChangeMember({ member, self, onClose }: Props) {
  return (
    <Dialog open={member !== null} onClose={onClose} title={member?.name ?? ""} note={member?.email} wide>
      {member && (
        <>
          <ChangeForm key={member.id} member={member} self={self} onClose={onClose} />
          {!self && <DisableMember member={member} onDone={onClose} />}
        </>
      )}
    </Dialog>
  );
}

function ChangeForm({ member, self, onClose }: Props & { member: Member }) {
  const client = useQueryClient();
  const change = useMutation(trpc.members.change.mutationOptions());
  const start: RightsValues = {
    role: member.role,
    scope: member.scope,
    title: member.title ?? "",
    knownAs: member.knownAs.join("\n"),
  };
  const form = useForm({
    start,
    send: async ({ role, scope, title, knownAs }) => {
      await change.mutateAsync({
        memberId: member.id,
        ...(self ? {} : { role, scope }),
        title: title.trim() === "" ? null : title.trim(),
        knownAs: namesOf(knownAs),
      });
      onClose();
      await client.invalidateQueries();
      return undefined;
    },
  });
  const ends = form.values.role !== member.role || form.values.scope !== member.scope;
  return (
    <Form form={form} label={`Change ${member.name}`}>
      <RightsFields form={form} fixed={self} />
      <p role="status" className="min-h-5 text-xs text-warning">
        {ends && "Their sessions in this workspace end: they sign in again."}
      </p>
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>{ends ? "Save and end the sessions" : "Save"}</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
