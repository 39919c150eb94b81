import { useMutation, useQueryClient } from "@tanstack/react-query";
import { roleNames } from "@termwise/core/access";
import { dayText } from "../../../lib/format.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { TeamMember } from "./teams-page.tsx";

interface Props {
  member: TeamMember | null;
  members: readonly TeamMember[];
  onClose: () => void;
}

const nobody = "";

/** Sets who leads a member from a day on. */
export function SetManager({ member, members, onClose }: Props) {
  return (
    <Dialog
      open={member !== null}
      onClose={onClose}
      title={member ? `Who leads ${member.name}` : ""}
      note="From a day on. What was before stays in the history."
    >
      {member && <ManagerForm key={member.id} member={member} members={members} onClose={onClose} />}
    </Dialog>
  );
}

function ManagerForm({ member, members, onClose }: Props & { member: TeamMember }) {
  const { today } = useWorkspace();
  const client = useQueryClient();
  const set = useMutation(trpc.members.setManager.mutationOptions());
  const form = useForm({
    start: { managerId: member.manager?.memberId ?? nobody, on: today as string },
    check: ({ on }) => ({ on: /^\d{4}-\d{2}-\d{2}$/.test(on) ? undefined : "Enter a day." }),
    send: async ({ managerId, on }) => {
      await set.mutateAsync({ memberId: member.id, managerId: managerId === nobody ? null : managerId, on });
      onClose();
      await client.invalidateQueries();
      return undefined;
    },
  });
  const { on } = form.values;
  return (
    <Form form={form} label={`Who leads ${member.name}`}>
      <SelectField
        {...form.field("managerId")}
        label="Manager"
        hint="Who sees their team's accounts then sees this member's, too."
        options={[
          { value: nobody, label: "Nobody" },
          ...members
            .filter(({ id, disabled }) => id !== member.id && !disabled)
            .map(({ id, name, role }) => ({ value: id as string, label: `${name}, ${roleNames[role]}` })),
        ]}
      />
      <TextField
        {...form.field("on")}
        label="From"
        type="date"
        hint={on > today ? `Takes effect on ${dayText(on)}.` : "Takes effect at once."}
      />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Save</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
