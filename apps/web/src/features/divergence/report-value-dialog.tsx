import { useMutation, useQuery } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useAskAgain } from "./report.ts";
import { decimalOf, minorText, shareOf } from "./typed-number.ts";

type Asked = Parameters<ReturnType<typeof useReport>["mutateAsync"]>[0];

function useReport() {
  return useMutation(trpc.divergence.reportValue.mutationOptions());
}

/** A form for a value another system or a document reports: typed, or as a list of accounts. */
export function ReportValueDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      wide
      title="Add a reported value"
      note="What another system or a document gives for one of our terms. No figure of ours changes by it."
    >
      {open && <ValueForm onDone={onClose} />}
    </Dialog>
  );
}

function ValueForm({ onDone }: { onDone: () => void }) {
  const { reportingCurrency } = useWorkspace();
  const { change } = useSearchState();
  const again = useAskAgain();
  const { mutateAsync: report } = useReport();
  const { data: terms = [] } = useQuery(trpc.glossary.list.queryOptions());
  const metrics = terms.filter(({ unit }) => unit !== null);
  const unitOf = (term: string) => metrics.find(({ id }) => id === term)?.unit ?? "ratio";
  const form = useForm({
    start: { system: "", term: "nrr", period: "", value: "", currency: reportingCurrency ?? "USD", list: "" },
    check: ({ system, term, period, value, currency, list }) => {
      const unit = unitOf(term);
      const number = unit === "ratio" ? shareOf(value) : decimalOf(value);
      const needed = unit !== "money" || list.trim() === "";
      return {
        system: system.trim() === "" ? "Say where the value stands." : undefined,
        period: period.trim() === "" ? "Say which period it is of, such as 2026-Q3." : undefined,
        value:
          value.trim() === ""
            ? needed
              ? "Enter the value, or paste a list."
              : undefined
            : number === null
              ? "Enter a number, such as 104.2 or 1,250,000."
              : undefined,
        currency:
          unit === "money" && !/^[A-Za-z]{3}$/.test(currency.trim())
            ? "Three letters, such as USD."
            : undefined,
      };
    },
    send: async (values) => {
      const unit = unitOf(values.term);
      const currency = unit === "money" ? values.currency.trim().toUpperCase() : null;
      const typed = values.value.trim();
      const decimal = unit === "ratio" ? shareOf(typed) : decimalOf(typed);
      const value = decimal === null ? undefined : currency === null ? decimal : minorText(decimal, currency);
      const list = unit === "money" && values.list.trim() !== "" ? values.list : undefined;
      const { entryId } = await report({
        system: values.system.trim(),
        term: values.term,
        period: values.period.trim(),
        currency,
        ...(value !== undefined && { value }),
        ...(list !== undefined && { list }),
      } as Asked);
      await again();
      change({ number: entryId }, { push: true });
      onDone();
      return undefined;
    },
  });
  const unit = unitOf(form.values.term);
  return (
    <Form form={form} label="Reported value">
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField
          {...form.field("system")}
          label="System or document"
          hint="Board deck of October, billing"
          maxLength={100}
          autoFocus
        />
        <SelectField
          {...form.field("term")}
          label="Term"
          options={metrics.map(({ id, name }) => ({ value: id as string, label: name }))}
        />
        <TextField
          {...form.field("period")}
          label="Period"
          hint="2026-Q3, 2026-10, FY2026 or ttm:2026-10"
          maxLength={50}
        />
        <TextField
          {...form.field("value")}
          label={unit === "ratio" ? "Value in %" : "Value"}
          optional={unit === "money"}
          hint={unit === "money" ? "Left out: what the list comes to" : undefined}
          inputMode="decimal"
          maxLength={40}
        />
        {unit === "money" && <TextField {...form.field("currency")} label="Currency" maxLength={3} />}
      </div>
      {unit === "money" && (
        <TextAreaField
          {...form.field("list")}
          label="List of accounts"
          optional
          rows={6}
          hint="Pasted as CSV, the first line with the columns account (or name), amount and date. Accounts are found by their id in any system or by their exact name."
          className="font-mono text-2xs!"
        />
      )}
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Compare it</Submit>
        <Button size="large" onClick={onDone}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
