import { X } from "lucide-react";
import { dayText } from "../../../lib/format.ts";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { minorFrom } from "../amount.ts";
import { dealKindOptions } from "../deal-kinds.ts";
import { payText } from "../pay-words.ts";
import type { DealKind, Supposed } from "./scenario-address.ts";

interface Props {
  supposed: Supposed;
  accounts: readonly { readonly accountId: string; readonly name: string }[];
  currency: string;
  today: string;
  onChange: (supposed: Supposed) => void;
}

/** Deals that are supposed besides those there are. */
export function MoreDeals({ supposed, accounts, currency, today, onChange }: Props) {
  const nameOf = (id: string) => accounts.find(({ accountId }) => accountId === id)?.name ?? id;
  const form = useForm({
    start: { account: accounts[0]?.accountId ?? "", kind: "new" as DealKind, amount: "", on: today },
    check: ({ amount, on }) => ({
      amount: minorFrom(amount, currency) === null ? `An amount in ${currency}.` : undefined,
      on: /^\d{4}-\d{2}-\d{2}$/.test(on) ? undefined : "Enter a day.",
    }),
    send: async ({ account, kind, amount, on }) => {
      const deal = { account, kind, amount: minorFrom(amount, currency) ?? "0", on };
      onChange({ ...supposed, more: [...supposed.more, deal] });
      form.set({ amount: "" });
      return undefined;
    },
  });
  return (
    <div className="mt-3 border-t border-line pt-3">
      <h3 className="mb-2 text-xs font-semibold">One more deal</h3>
      {supposed.more.length > 0 && (
        <ul aria-label="Deals that are supposed" className="mb-2 text-xs">
          {supposed.more.map(({ account, kind, amount, on }, index) => (
            <li key={`${account} ${kind} ${amount} ${on}`} className="flex items-center gap-2">
              <span className="num">
                {nameOf(account)}, {dealKindOptions.find(({ value }) => value === kind)?.label.toLowerCase()},{" "}
                {payText(amount, currency)}, {dayText(on)}
              </span>
              <button
                type="button"
                className="icon-button"
                aria-label={`Take out the deal of ${nameOf(account)}`}
                onClick={() => onChange({ ...supposed, more: supposed.more.filter((_, at) => at !== index) })}
              >
                <X size={14} strokeWidth={1.5} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Form form={form} label="One more deal">
        <div className="grid items-start gap-x-3 sm:grid-cols-4">
          <SelectField
            {...form.field("account")}
            label="Account"
            options={accounts.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          />
          <SelectField {...form.field("kind")} label="Kind" options={dealKindOptions} />
          <TextField
            {...form.field("amount")}
            label={`ARR, ${currency}`}
            inputMode="decimal"
            autoComplete="off"
          />
          <TextField {...form.field("on")} label="Signed on" type="date" />
        </div>
        <Submit busy={form.busy} look="plain">
          Suppose it
        </Submit>
      </Form>
    </div>
  );
}
