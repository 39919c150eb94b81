import { useMutation } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc.ts";
import {
  currencyOptions,
  deviceTimeZone,
  monthOptions,
  timeZoneOptions,
} from "../../lib/workspace-options.ts";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { Door } from "./door.tsx";

/** First run, second screen: the currency figures are reported in, the fiscal year and the time zone. */
export function SetupWorkspace({ onKept }: { onKept: () => void }) {
  const change = useMutation(trpc.workspace.change.mutationOptions());
  const form = useForm({
    start: { currency: "USD", fiscalYearStart: "1", timeZone: deviceTimeZone() },
    send: async ({ currency, fiscalYearStart, timeZone }) => {
      await change.mutateAsync({
        reportingCurrency: currency,
        fiscalYearStart: Number(fiscalYearStart),
        timeZone,
      });
      onKept();
      return undefined;
    },
  });
  return (
    <Door
      title="Your workspace"
      note="Screen 2 of 3: how figures are reported. All of it can be changed later."
    >
      <Form form={form} label="Your workspace">
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
          hint="A day ends when it ends here."
          options={timeZoneOptions()}
        />
        <FormMessage text={form.message} />
        <Submit busy={form.busy} className="mt-1 w-full">
          Continue
        </Submit>
      </Form>
    </Door>
  );
}
