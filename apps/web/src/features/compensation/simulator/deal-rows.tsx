import { useState } from "react";
import { dayText } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { controlClass } from "../../../ui/field.tsx";
import { ScrollRegion } from "../../../ui/scroll-region.tsx";
import { payText } from "../pay-words.ts";
import type { TypedShare } from "../shares.ts";
import { SharesForm } from "../shares-form.tsx";
import type { Supposed } from "./scenario-address.ts";

/** A deal that counts for the person. */
export interface DealRow {
  readonly dealId: string;
  readonly accountId: string;
  readonly name: string;
  readonly amount: string;
  readonly signedOn: string | null;
  /** Who shares it now; nobody where the credit rule decides. */
  readonly split: readonly TypedShare[];
}

interface Props {
  supposed: Supposed;
  deals: readonly DealRow[];
  currency: string;
  onChange: (supposed: Supposed) => void;
}

/** The record without a key, or with another value at it. */
function withKey<Value>(
  all: Readonly<Record<string, Value>>,
  key: string,
  value: Value | null,
): Record<string, Value> {
  const { [key]: _, ...others } = all;
  return value === null ? others : { ...others, [key]: value };
}

/** Deals there are: another day of signing, other shares, or that their customer leaves can be supposed of each. */
export function DealRows({ supposed, deals, currency, onChange }: Props) {
  const [sharing, setSharing] = useState<DealRow | null>(null);
  const setSigned = (dealId: string, on: string | null) =>
    onChange({ ...supposed, signed: withKey(supposed.signed, dealId, on) });
  const setLeaving = (accountId: string, on: string) =>
    onChange({ ...supposed, leaving: withKey(supposed.leaving, accountId, on === "" ? null : on) });
  const setSplit = (dealId: string, split: readonly TypedShare[]) =>
    onChange({
      ...supposed,
      splits: withKey(supposed.splits, dealId, split.length === 0 ? null : split),
    });
  return (
    <>
      <ScrollRegion label="Deals" className="mt-3 max-h-64 overflow-auto">
        <table className="table open-end">
          <caption className="sr-only">Deals</caption>
          <thead>
            <tr>
              <th scope="col">Deal</th>
              <th scope="col" className="num">
                ARR
              </th>
              <th scope="col">Signed</th>
              <th scope="col">Suppose it is signed</th>
              <th scope="col">Suppose it is shared</th>
              <th scope="col">Suppose they leave</th>
            </tr>
          </thead>
          <tbody>
            {deals.map((deal) => {
              const { dealId, accountId, name, amount, signedOn } = deal;
              return (
                <tr key={dealId}>
                  <th scope="row" className="max-w-48 truncate">
                    {name}
                  </th>
                  <td className="num">{payText(amount, currency)}</td>
                  <td>{signedOn ? dayText(signedOn) : "not yet"}</td>
                  <td>
                    <input
                      type="date"
                      aria-label={`${name} is signed`}
                      value={supposed.signed[dealId] ?? signedOn ?? ""}
                      onChange={({ target: { value } }) =>
                        setSigned(dealId, value === "" || value === signedOn ? null : value)
                      }
                      className={`${controlClass} h-7! w-36! text-xs!`}
                    />
                  </td>
                  <td>
                    <Button
                      look="quiet"
                      aria-haspopup="dialog"
                      aria-label={`Suppose who shares ${name}`}
                      onClick={() => setSharing(deal)}
                    >
                      {sharedText(supposed.splits[dealId] ?? deal.split)}
                    </Button>
                  </td>
                  <td>
                    <input
                      type="date"
                      aria-label={`The customer of ${name} leaves`}
                      value={supposed.leaving[accountId] ?? ""}
                      onChange={({ target: { value } }) => setLeaving(accountId, value)}
                      className={`${controlClass} h-7! w-36! text-xs!`}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <Dialog
        open={sharing !== null}
        onClose={() => setSharing(null)}
        title={sharing ? `Suppose who shares ${sharing.name}` : ""}
        note="Nothing is written. With every row empty it is shared as it is."
      >
        {sharing && (
          <SharesForm
            label="Suppose who shares it"
            start={supposed.splits[sharing.dealId] ?? sharing.split}
            reasoned={false}
            verb="Suppose it"
            onSend={async (split) => setSplit(sharing.dealId, split)}
            onClose={() => setSharing(null)}
          />
        )}
      </Dialog>
    </>
  );
}

const sharedText = (split: readonly TypedShare[]): string =>
  split.length === 0
    ? "By the credit rule"
    : split.map(({ person, percent }) => `${person} ${percent}\u00a0%`).join(", ");
