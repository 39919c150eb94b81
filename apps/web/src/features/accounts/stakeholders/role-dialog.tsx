import { dayText } from "../../../lib/format.ts";
import {
  type ContactRole,
  type ContactState,
  contactRoles,
  contactStateNames,
} from "../../../lib/people-names.ts";
import { useRecording } from "../../../lib/use-recording.ts";
import { Button } from "../../../ui/button.tsx";
import { DayField, dayFault } from "../../../ui/day-field.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { RelationFields, relationOf } from "./role-form.tsx";
import { type Person, personName, type Role, roleName, type Stakeholders } from "./stakeholders.ts";

/** Which role of whom is changed; without a role one is given. */
export interface RoleEdit {
  person: Person;
  role: Role | null;
}

interface Props {
  edit: RoleEdit | null;
  stakeholders: Stakeholders;
  onClose: () => void;
}

/** Gives a person a role, or says what became of one: they moved on, left, or are spoken to by somebody else. */
export function RoleDialog({ edit, stakeholders, onClose }: Props) {
  const title = edit
    ? edit.role
      ? `${roleName(edit.role.role)} ${personName(edit.person)}`
      : `A role for ${personName(edit.person)}`
    : "";
  return (
    <Dialog
      open={edit !== null}
      onClose={onClose}
      title={title}
      note="From a day on. What was before stays on record."
    >
      {edit && <RoleForm edit={edit} stakeholders={stakeholders} onClose={onClose} />}
    </Dialog>
  );
}

const states: readonly { value: ContactState; label: string }[] = [
  { value: "active", label: contactStateNames.active },
  { value: "moved", label: "Moved on within the customer" },
  { value: "left", label: "Left the customer" },
];

function RoleForm({ edit: { person, role }, stakeholders, onClose }: Props & { edit: RoleEdit }) {
  const { accountId, on: today, ours } = stakeholders;
  const { record } = useRecording(accountId);
  const taken = person.roles.map((held) => held.role);
  const free = contactRoles.filter(({ value }) => !taken.includes(value));
  const form = useForm({
    start: {
      role: (role?.role ?? free[0]?.value ?? "end_user") as ContactRole,
      state: (role?.state ?? "active") as ContactState,
      since: today as string,
      counterpart: role?.counterpart ?? ours.csm ?? ours.am ?? ours.ae ?? "",
      influence: role?.influence ? String(role.influence) : "",
      sentiment: role?.sentiment ?? "",
      note: "",
    },
    check: ({ since }) => ({ since: dayFault(since, today) }),
    send: async ({ role: chosen, state, since, note, ...relation }) => {
      await record({
        of: "contact_role",
        contactId: person.contactId,
        role: chosen,
        state,
        since,
        ...relationOf(relation),
        note: note.trim() === "" ? null : note.trim(),
      } as Parameters<typeof record>[0]);
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Role">
      <div className="grid gap-x-3 sm:grid-cols-2">
        {role ? (
          <SelectField {...form.field("state")} label="State" options={states} />
        ) : (
          <SelectField {...form.field("role")} label="Role" options={free} />
        )}
        <DayField {...form.field("since")} label="From" max={today} />
      </div>
      {form.values.state === "active" && <RelationFields form={form} ours={ours} />}
      <TextAreaField {...form.field("note")} label="Note" optional maxLength={1000} rows={2} />
      {role && role.spells.length > 0 && (
        <ul aria-label="So far" className="num mb-2 text-2xs text-subtle">
          {[...role.spells].reverse().map((spell) => (
            <li key={spell.entryId}>
              {contactStateNames[spell.state]} from {dayText(spell.since)}
              {spell.counterpart && `, with ${spell.counterpart}`}
              {spell.by && `, put on record by ${spell.by}`}
              {spell.note && `: ${spell.note}`}
            </li>
          ))}
        </ul>
      )}
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
