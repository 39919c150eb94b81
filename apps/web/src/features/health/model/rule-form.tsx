import {
  type FlagConditionKind,
  flagConditions,
  type HealthNumber,
  healthNumbers,
} from "@termwise/core/facts";
import type { Outputs } from "../../../lib/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useHealthWrites } from "../health.ts";
import { healthNumberFault } from "./number-faults.ts";
import { RuleTrial } from "./rule-trial.tsx";

interface Props {
  rule: Outputs["health"]["catalogue"]["rules"][number] | null;
  policy: Outputs["health"]["catalogue"]["policy"];
  onClose: () => void;
}

const all = Object.keys(flagConditions) as FlagConditionKind[];

const textOf = (number: number | null | undefined) => (number == null ? "" : String(number));
const numberOf = (text: string) => (text.trim() === "" ? null : Number(text));

/** Numbers a rule may have of its own, each with the condition it belongs to. */
const ownNumbers = [
  ["loginDropPercent", "logins_fell"],
  ["declinedMeetings", "renewal_meeting_declined"],
  ["integrationDays", "integration_broken"],
  ["npsFellFrom", "nps_fell"],
  ["npsFellTo", "nps_fell"],
  ["npsCycleDays", "nps_fell"],
] as const satisfies readonly (readonly [HealthNumber, FlagConditionKind])[];
type OwnNumber = (typeof ownNumbers)[number][0];
type Values = {
  name: string;
  conditions: FlagConditionKind[];
  idle: string;
  mails: string;
  active: boolean;
} & Record<OwnNumber, string>;

/** A rule as the form has it; a new one begins empty. */
function valuesOf(rule: Props["rule"]): Values {
  const own = rule?.thresholds;
  return {
    name: rule?.name ?? "",
    conditions: [...(rule?.conditions ?? [])],
    idle: textOf(rule?.idleUserDays),
    mails: textOf(rule?.unansweredEmails),
    active: rule?.active ?? true,
    loginDropPercent: textOf(own?.loginDropPercent),
    declinedMeetings: textOf(own?.declinedMeetings),
    integrationDays: textOf(own?.integrationDays),
    npsFellFrom: textOf(own?.npsFellFrom),
    npsFellTo: textOf(own?.npsFellTo),
    npsCycleDays: textOf(own?.npsCycleDays),
  };
}

/** What the form says, as the server takes it: numbers of conditions that were left out are left out with them. */
function askedOf(values: Values) {
  const { conditions, idle, mails } = values;
  const own = ownNumbers.flatMap(([key, condition]) =>
    conditions.includes(condition) && values[key].trim() !== "" ? [[key, Number(values[key])]] : [],
  );
  return {
    conditions,
    idleUserDays: conditions.includes("main_user_idle") ? numberOf(idle) : null,
    unansweredEmails: conditions.includes("champion_silent") ? numberOf(mails) : null,
    thresholds: Object.fromEntries(own),
  };
}

/** A rule of one's own: its conditions must all hold. */
export function RuleForm({ rule, policy, onClose }: Props) {
  const { saveRule } = useHealthWrites();
  const form = useForm({
    start: valuesOf(rule),
    check: ({ name, idle, mails, ...values }) => ({
      name: name.trim() === "" ? "Give it a name." : undefined,
      idle: healthNumberFault("idleUserDays", idle),
      mails: healthNumberFault("unansweredEmails", mails),
      ...Object.fromEntries(ownNumbers.map(([key]) => [key, healthNumberFault(key, values[key])])),
    }),
    send: async (values) => {
      if (values.conditions.length === 0) return { message: "Choose at least one condition." };
      await saveRule({
        ...(rule ? { entryId: rule.id } : {}),
        name: values.name.trim(),
        ...askedOf(values),
        active: values.active,
      });
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
            label={flagConditions[one]}
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
        {ownNumbers
          .filter(([, condition]) => conditions.includes(condition))
          .map(([key]) => (
            <TextField
              key={key}
              {...form.field(key)}
              label={`${healthNumbers[key].label}, ${healthNumbers[key].unit}`}
              optional
              placeholder={String(policy[key])}
              inputMode="numeric"
            />
          ))}
      </div>
      <Checkbox label="In force" checked={active} onChange={(on) => form.set({ active: on })} />
      <RuleTrial asked={askedOf(form.values)} />
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
