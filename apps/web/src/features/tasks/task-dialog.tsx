import { findAccount } from "../../lib/find-account.ts";
import { useWho } from "../../lib/who.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { AccountField } from "../../ui/account-field.tsx";
import { Button } from "../../ui/button.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, type FormRefusal, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { changesIn, fieldsOf, startOf, type TaskValues } from "./task-form.ts";
import { priorityNames, repeatsText, repeatsValue, sourceNames, usualRepeats } from "./task-words.ts";
import type { TaskRow } from "./tasks.ts";
import type { TaskActions } from "./use-task-actions.ts";

interface Props {
  /** The task that is changed, "new" for one that is added; null: neither. */
  editing: TaskRow | "new" | null;
  /** The account a new task is about; null: it is asked for. */
  accountId: string | null;
  people: readonly string[];
  actions: TaskActions;
  onClose: () => void;
}

/** A task is added or changed: what, for whom, by when. */
export function TaskDialog({ editing, ...rest }: Props) {
  return (
    <Dialog
      open={editing !== null}
      onClose={rest.onClose}
      title={editing === "new" ? "Add a task" : "Change the task"}
      note={
        editing && editing !== "new" ? `${editing.accountName} · ${sourceNames[editing.madeBy]}` : undefined
      }
      wide
    >
      {editing && <TaskForm key={editing === "new" ? "new" : editing.entryId} editing={editing} {...rest} />}
    </Dialog>
  );
}

function TaskForm({ editing, accountId, people, actions, onClose }: Props & { editing: TaskRow | "new" }) {
  const { today } = useWorkspace();
  const { name: me } = useWho().user;
  const row = editing === "new" ? null : editing;
  const asksAccount = row === null && accountId === null;
  const form = useForm<TaskValues>({
    start: startOf(row, people.includes(me) ? me : ""),
    check: ({ account, title, repeats, dueOn }) => ({
      account: asksAccount && account.trim() === "" ? "Say which account it is about." : undefined,
      title: title.trim() === "" ? "Say what there is to do." : undefined,
      dueOn: repeats !== "" && dueOn === "" ? "Say when it is first due." : undefined,
    }),
    send: async (values): Promise<FormRefusal<TaskValues> | undefined> => {
      if (row) {
        const { change, text } = changesIn(row, values);
        if (change) await actions.change(row, change, text);
        onClose();
        return undefined;
      }
      const found = accountId === null ? await findAccount(values.account) : { accountId };
      if ("fault" in found) return { fields: { account: found.fault } };
      await actions.add(found.accountId, fieldsOf(values));
      onClose();
      return undefined;
    },
  });
  const rhythm = row?.repeats;
  const rare = rhythm && !usualRepeats.some(({ value }) => value === repeatsValue(rhythm));
  return (
    <Form form={form} label="Task">
      {asksAccount && <AccountField {...form.field("account")} />}
      <TextField {...form.field("title")} label="What there is to do" autoComplete="off" maxLength={300} />
      <div className="grid gap-x-3 sm:grid-cols-2">
        <TextField
          {...form.field("assignee")}
          label="For"
          optional
          autoComplete="off"
          maxLength={200}
          list="task-people"
          hint="Empty: whoever keeps the account."
        />
        <datalist id="task-people">
          {people.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <DayField {...form.field("dueOn")} label="Due" optional {...(row ? {} : { min: today })} />
        <SelectField
          {...form.field("priority")}
          label="Priority"
          options={Object.entries(priorityNames).map(([value, label]) => ({
            value: value as TaskValues["priority"],
            label,
          }))}
        />
        <SelectField
          {...form.field("repeats")}
          label="Comes again"
          options={[
            ...usualRepeats,
            ...(rare ? [{ value: repeatsValue(rhythm), label: repeatsText(rhythm) }] : []),
          ]}
        />
      </div>
      <TextAreaField {...form.field("note")} label="Note" optional maxLength={2000} rows={2} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>{row ? "Save" : "Add the task"}</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
