import { type SigningSide, signingSides } from "@termwise/core/handoff";
import { useState } from "react";
import { momentText } from "../../lib/format.ts";
import { refusalOf } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { Withdraw } from "../../ui/withdraw.tsx";
import { type Entry, type Handoff, type May, mayRecord, type Recording } from "./handoff.ts";
import { GateMark } from "./status-mark.tsx";

interface Props {
  handoff: Handoff;
  may: May;
  recording: Recording;
}

/** Who signed the present version for each side, and the place to sign it. */
export function Signatures({ handoff, may, recording }: Props) {
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const sign = async (side: SigningSide) => {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    try {
      await recording.record({ of: "signature", side, close: handoff.close.id } as Entry);
    } catch (error) {
      setRefused(refusalOf(error).message);
    } finally {
      setBusy(false);
    }
  };
  const { signatures, outdated } = handoff.expectations;
  return (
    <div className="border-t border-line px-4 py-2.5">
      <h3 className="text-xs font-medium">Signatures</h3>
      <ul aria-label="Signatures">
        {(Object.entries(signingSides) as [SigningSide, string][]).map(([side, label]) => {
          const signature = signatures[side];
          return (
            <li key={side} className="flex min-h-9 flex-wrap items-center justify-between gap-2 text-xs">
              <span className="flex min-w-0 items-center gap-2">
                <GateMark state={signature ? "met" : "open"} />
                <span>
                  {label}{" "}
                  <span className="num text-2xs text-subtle">
                    {signature
                      ? `signed ${momentText(signature.at)}${signature.by === null ? "" : ` by ${signature.by}`}`
                      : outdated.includes(side)
                        ? "signed an earlier version"
                        : "not signed"}
                  </span>
                </span>
              </span>
              {signature === null && may.sign[side] && mayRecord() && (
                <Button look="primary" aria-disabled={busy} onClick={() => void sign(side)}>
                  Sign for {side === "ae" ? "Sales" : "Customer Success"}
                </Button>
              )}
              {signature !== null && may.sign[side] && mayRecord() && (
                <Withdraw
                  title="Withdraw the signature?"
                  note="The document is then not valid until this side signs it again. The reason is kept."
                  name={`Withdraw the signature of ${label}`}
                  onWithdraw={(reason) => recording.withdraw(signature.entryId, reason)}
                />
              )}
            </li>
          );
        })}
      </ul>
      <FormMessage text={refused} />
    </div>
  );
}
