import { doorRefusal } from "../../lib/door-words.ts";
import { firstRun } from "../../lib/doors-api.ts";
import {
  currencyOptions,
  deviceTimeZone,
  monthOptions,
  timeZoneOptions,
} from "../../lib/workspace-options.ts";
import { Button } from "../../ui/button.tsx";
import { Form, type FormRefusal, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Door } from "./door.tsx";
import type { FirstAdmin } from "./setup-account.tsx";

interface Props {
  admin: FirstAdmin;
  onMade: () => void;
  /** Back to the first screen, with what was refused about it, if anything. */
  onBack: (refused?: FormRefusal<FirstAdmin>) => void;
}

/** First run, second screen: the company, its currency, its fiscal year and its days. Sends both screens. */
export function SetupWorkspace({ admin, onMade, onBack }: Props) {
  const form = useForm({
    start: { company: "", currency: "USD", fiscalYearStart: "1", timeZone: deviceTimeZone() },
    check: ({ company }) => ({ company: company.trim() === "" ? "Enter the company's name." : undefined }),
    send: async ({ company, currency, fiscalYearStart, timeZone }) => {
      try {
        await firstRun({
          token: admin.token.trim(),
          name: admin.name.trim(),
          email: admin.email.trim(),
          password: admin.password,
          workspace: {
            name: company.trim(),
            reportingCurrency: currency,
            fiscalYearStart: Number(fiscalYearStart),
            timeZone,
          },
        });
        onMade();
        return undefined;
      } catch (error) {
        const refused = doorRefusal<FirstAdmin>(error, { 403: "token" });
        if (!refused.fields) return { message: refused.message ?? "" };
        onBack(refused);
        return undefined;
      }
    },
  });
  return (
    <Door
      title="Your company"
      note="Screen 2 of 3: how figures are reported. All of it can be changed later."
    >
      <Form form={form} label="Your company">
        <TextField
          {...form.field("company")}
          label="Company"
          autoComplete="organization"
          maxLength={120}
          autoFocus
        />
        <SelectField
          {...form.field("currency")}
          label="Reporting currency"
          hint="Contracts in other currencies are converted to it."
          options={currencyOptions()}
        />
        <SelectField
          {...form.field("fiscalYearStart")}
          label="Fiscal year starts in"
          hint="Quarters and years follow it."
          options={monthOptions()}
        />
        <SelectField
          {...form.field("timeZone")}
          label="Time zone"
          hint="A day begins and ends by it."
          options={timeZoneOptions()}
        />
        <FormMessage text={form.message} />
        <Submit busy={form.busy} className="mt-1 w-full">
          Continue
        </Submit>
        <Button look="quiet" size="large" className="mt-2 w-full text-link" onClick={() => onBack()}>
          Back
        </Button>
      </Form>
    </Door>
  );
}
