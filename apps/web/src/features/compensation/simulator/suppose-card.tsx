import { useState } from "react";
import { majorOf } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { controlClass } from "../../../ui/field.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { ScrollRegion } from "../../../ui/scroll-region.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { minorFrom } from "../amount.ts";
import { payText } from "../pay-words.ts";
import { type DealRow, DealRows } from "./deal-rows.tsx";
import { MoreDeals } from "./more-deals.tsx";
import { asItIs, type Supposed, supposesNothing } from "./scenario-address.ts";

/** An account of the book, and what it holds, in whole minor units. */
export interface BookRow {
  readonly accountId: string;
  readonly name: string;
  readonly opening: string;
  readonly closing: string;
}

interface Props {
  title: string;
  supposed: Supposed;
  book: readonly BookRow[];
  deals: readonly DealRow[];
  /** Accounts that another deal can be supposed of. */
  accounts: readonly { readonly accountId: string; readonly name: string }[];
  currency: string;
  today: string;
  onChange: (supposed: Supposed) => void;
}

/** What one scenario supposes: accounts that renew, leave or grow, other days and splits of deals, more deals. */
export function SupposeCard(props: Props) {
  const { title, supposed, book, deals, accounts, currency, today, onChange } = props;
  return (
    <FormSection
      title={title}
      note="Nothing is written: the scenario stands in the address of the page alone."
      tools={
        <Button disabled={supposesNothing(supposed)} onClick={() => onChange(asItIs)}>
          Reset
        </Button>
      }
    >
      {book.length > 0 && <BookRows {...{ supposed, book, currency, onChange }} />}
      {deals.length > 0 && <DealRows {...{ supposed, deals, currency, onChange }} />}
      <MoreDeals {...{ supposed, accounts, currency, today, onChange }} />
    </FormSection>
  );
}

type Part<Key extends keyof Props> = Pick<Props, Key | "supposed" | "currency" | "onChange">;

function BookRows({ supposed, book, currency, onChange }: Part<"book">) {
  const set = (accountId: string, minor: string | null) => {
    const { [accountId]: _, ...others } = supposed.closings;
    onChange({ ...supposed, closings: minor === null ? others : { ...others, [accountId]: minor } });
  };
  return (
    <ScrollRegion label="Accounts of the book" className="max-h-80 overflow-auto">
      <table className="table open-end">
        <caption className="sr-only">Accounts of the book</caption>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col" className="num">
              Opens with
            </th>
            <th scope="col" className="num">
              Ends with
            </th>
            <th scope="col">Suppose</th>
          </tr>
        </thead>
        <tbody>
          {book.map(({ accountId, name, opening, closing }) => {
            const own = supposed.closings[accountId];
            const state = own === undefined ? "now" : own === "0" ? "churn" : "arr";
            return (
              <tr key={accountId}>
                <th scope="row" className="max-w-48 truncate">
                  {name}
                </th>
                <td className="num">{payText(opening, currency)}</td>
                <td className="num">
                  {state === "arr" ? (
                    <AmountCell
                      label={`${name} ends with`}
                      minor={own ?? "0"}
                      currency={currency}
                      onChange={(minor) => set(accountId, minor)}
                    />
                  ) : (
                    payText(own ?? closing, currency)
                  )}
                </td>
                <td>
                  <Segmented
                    label={name}
                    value={state}
                    options={[
                      { value: "now", label: "As it is" },
                      { value: "churn", label: "Leaves" },
                      { value: "arr", label: "Ends with" },
                    ]}
                    onChange={(next) =>
                      set(
                        accountId,
                        next === "now" ? null : next === "churn" ? "0" : closing === "0" ? opening : closing,
                      )
                    }
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface AmountProps {
  label: string;
  minor: string;
  currency: string;
  onChange: (minor: string) => void;
}

function AmountCell({ label, minor, currency, onChange }: AmountProps) {
  const [text, setText] = useState(majorOf(minor, currency).replace(/\.0+$/, ""));
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={minorFrom(text, currency) === null}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        const read = minorFrom(text, currency);
        if (read !== null && read !== minor) onChange(read);
      }}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      className={`${controlClass} num h-7! w-28! text-right text-xs!`}
    />
  );
}
