import { Link } from "@tanstack/react-router";
import { Check, CircleAlert } from "lucide-react";
import { counted, dayText, money } from "../../../lib/format.ts";
import type { BridgeAudit } from "./arr-bridge.ts";

/** How many suspects are named at once. */
const named = 20;

/** Whether opening, steps and closing add up and every balance follows from its movements; where not, by how much and where to look. */
export function BridgeCheck({ audit, currency }: { audit: BridgeAudit; currency: string }) {
  const { unexplained, suspects } = audit;
  if (suspects.length === 0)
    return (
      <p className="flex items-center gap-1.5 text-xs text-muted" data-closes="true">
        <Check size={16} strokeWidth={1.75} className="flex-none text-positive" aria-hidden />
        The bridge closes: opening and steps make the closing, and every balance follows from its movements.
      </p>
    );
  return (
    <div role="alert" className="rounded-card bg-negative-chip px-3 py-2 text-xs" data-closes="false">
      <p className="flex items-start gap-1.5 font-medium text-negative">
        <CircleAlert size={16} strokeWidth={1.75} className="mt-0.5 flex-none" aria-hidden />
        <span>
          {unexplained === "0"
            ? `The bridge closes only in sum: ${counted(suspects.length, "account")} moved by more or less than what is booked.`
            : `The bridge does not close: ${money(unexplained, currency, { signed: true })} is unexplained, in ${counted(suspects.length, "account")}.`}
        </span>
      </p>
      <table className="table mt-1 bg-transparent">
        <caption className="sr-only">Accounts whose movements do not explain their ARR</caption>
        <thead>
          <tr>
            <th scope="col" className="bg-transparent! pl-6!">
              Account
            </th>
            <th scope="col" className="bg-transparent!">
              First seen
            </th>
            <th scope="col" className="num bg-transparent!">
              Unexplained
            </th>
          </tr>
        </thead>
        <tbody>
          {suspects.slice(0, named).map((one) => (
            <tr key={one.accountId}>
              <th scope="row" className="pl-6!">
                <Link
                  to="/accounts/$accountId/revenue"
                  params={{ accountId: one.accountId }}
                  className="underline"
                >
                  {one.name}
                </Link>
              </th>
              <td>{one.on === null ? "No single day" : dayText(one.on)}</td>
              <td className="num">{money(one.unexplained, currency, { signed: true })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {suspects.length > named && (
        <p className="mt-1 pl-6 text-2xs text-muted">
          The {named} largest of {suspects.length}.
        </p>
      )}
      <p className="mt-1 pl-6 text-2xs text-muted">
        Their lines and source rows stand on their pages. <code>termwise rebuild</code> derives every movement
        anew from the facts.
      </p>
    </div>
  );
}
