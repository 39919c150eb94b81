import type { Inputs, Outputs } from "../../../lib/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useHealthWrites } from "../health.ts";
import { type Condition, conditionNames } from "./condition-names.ts";

interface Props {
  rule: Outputs["health"]["catalogue"]["rules"][number] | null;
  onClose: () => void;
}

const all = Object.keys(conditionNames) as Condition[];

const within = (text: string, most: number) =>
  text.trim() === "" || (/^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most)
    ? undefined
    : `Enter a whole number from 1 to ${most}, or nothing.`;
const numberOf = (text: string) => (text.trim() === "" ? null : Number(text));

/** A rule of one's own: its conditions must all hold. */
export function RuleForm({ rule, onClose }: Props) {
  const { saveRule } = useHealthWrites();
  const form = useForm({
    start: {
      name: rule?.name ?? "",
      conditions: [...(rule?.conditions ?? [])] as Condition[],
      idle: rule?.idleUserDays == null ? "" : String(rule.idleUserDays),
      mails: rule?.unansweredEmails == null ? "" : String(rule.unansweredEmails),
      active: rule?.active ?? true,
    },
    check: ({ name, idle, mails }) => ({
      name: name.trim() === "" ? "Give it a name." : undefined,
      idle: within(idle, 90),
      mails: within(mails, 10),
    }),
    send: async ({ name, conditions, idle, mails, active }) => {
      if (conditions.length === 0) return { message: "Choose at least one condition." };
      await saveRule({
        ...(rule ? { entryId: rule.id } : {}),
        name: name.trim(),
        conditions,
        idleUserDays: numberOf(idle),
        unansweredEmails: numberOf(mails),
        active,
      } as Inputs["health"]["saveRule"]);
      onClose();
      return undefined;
    },
  });
  const { conditions, active } = form.values;
  return (
    <Form form={form} label="Rule for red flags">
      <TextField {...form.field("name")} label="Name" maxLength={100} autoComplete="off" />
      <fieldset className="m-0 mb-3 flex min-w-0 flex-col gap-1 border-0 p-0">
        <legend className="mb-1 text-xs font-medium">All of these hold</legend>
        {all.map((one) => (
          <Checkbox
            key={one}
            label={conditionNames[one]}
            checked={conditions.includes(one)}
            onChange={(on) =>
              form.set({
                conditions: on ? [...conditions, one] : conditions.filter((other) => other !== one),
              })
            }
          />
        ))}
      </fieldset>
      <div className="grid grid-cols-2 gap-x-3">
        {conditions.includes("main_user_idle") && (
          <TextField {...form.field("idle")} label="Idle for, days" optional inputMode="numeric" />
        )}
        {conditions.includes("champion_silent") && (
          <TextField {...form.field("mails")} label="Unanswered e-mails" optional inputMode="numeric" />
        )}
      </div>
      <Checkbox label="In force" checked={active} onChange={(on) => form.set({ active: on })} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Save the rule</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
