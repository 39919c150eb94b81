import type { Search } from "../../../lib/search.ts";
import { listOf, listText } from "../../../lib/url.ts";

/** The scenarios that can stand beside each other: what begins the parameters of each in the address. */
export const scenarioKeys = ["s", "s2", "s3"] as const;
/** One of the scenarios of an address. */
export type ScenarioKey = (typeof scenarioKeys)[number];

const dealKinds = ["new", "expansion", "renewal", "winback"] as const;
/** What a deal that is supposed can be. */
export type DealKind = (typeof dealKinds)[number];

/** One more deal that is supposed: its ARR in whole minor units, and the day it is signed. */
export interface SupposedDeal {
  readonly account: string;
  readonly kind: DealKind;
  readonly amount: string;
  readonly on: string;
}

/** A scenario as the address holds it. Accounts and deals by their ids, amounts in whole minor units. */
export interface Supposed {
  /** What accounts of the book end the period with: "0" for one that is lost. */
  readonly closings: Readonly<Record<string, string>>;
  /** Other days of signing. */
  readonly signed: Readonly<Record<string, string>>;
  /** Other splits: shares in per cent by person. */
  readonly splits: Readonly<Record<string, readonly { readonly person: string; readonly percent: string }[]>>;
  /** The days on which customers leave, by account: what takes commission back. */
  readonly leaving: Readonly<Record<string, string>>;
  readonly more: readonly SupposedDeal[];
}

/** Nothing is supposed. */
export const asItIs: Supposed = { closings: {}, signed: {}, splits: {}, leaving: {}, more: [] };

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
const isMinor = (text: string) => /^\d{1,18}$/.test(text);
const isShare = (text: string) => /^\d{1,3}(\.\d{1,6})?$/.test(text);

function pairs(text: string | undefined, fine: (value: string) => boolean): Record<string, string> {
  return Object.fromEntries(
    listOf(text).flatMap((pair) => {
      const at = pair.lastIndexOf(":");
      const [key, value] = [pair.slice(0, at), pair.slice(at + 1)];
      return at > 0 && fine(value) ? [[key, value]] : [];
    }),
  );
}

/** Reads a scenario out of the address; what cannot be read is left out. */
export function supposedIn(search: Search, key: ScenarioKey): Supposed {
  const lost = listOf(search[`${key}.churn`]).map((account) => [account, "0"]);
  return {
    closings: { ...pairs(search[`${key}.arr`], isMinor), ...Object.fromEntries(lost) },
    signed: pairs(search[`${key}.signed`], isDay),
    splits: Object.fromEntries(
      listOf(search[`${key}.split`]).flatMap((text) => {
        const [deal = "", ...shares] = text.split("|");
        const read = shares.map((share) => {
          const at = share.lastIndexOf(":");
          return { person: share.slice(0, at), percent: share.slice(at + 1) };
        });
        const fine =
          read.length > 0 && read.every(({ person, percent }) => person !== "" && isShare(percent));
        return deal !== "" && fine ? [[deal, read]] : [];
      }),
    ),
    leaving: pairs(search[`${key}.leaves`], isDay),
    more: listOf(search[`${key}.deal`]).flatMap((text) => {
      const [account = "", named = "", amount = "", on = ""] = text.split("|");
      const kind = dealKinds.find((one) => one === named);
      return account !== "" && kind && isMinor(amount) && isDay(on) ? [{ account, kind, amount, on }] : [];
    }),
  };
}

/** Writes a scenario into the address: an empty one takes its parameters out. */
export function supposedAs(key: ScenarioKey, { closings, signed, splits, leaving, more }: Supposed): Search {
  const lost = Object.entries(closings).flatMap(([account, minor]) => (minor === "0" ? [account] : []));
  const kept = Object.entries(closings).flatMap(([account, minor]) =>
    minor === "0" ? [] : [`${account}:${minor}`],
  );
  return {
    [`${key}.churn`]: listText(lost),
    [`${key}.arr`]: listText(kept),
    [`${key}.signed`]: listText(Object.entries(signed).map(([deal, on]) => `${deal}:${on}`)),
    [`${key}.split`]: listText(
      Object.entries(splits).map(([deal, shares]) =>
        [deal, ...shares.map(({ person, percent }) => `${person}:${percent}`)].join("|"),
      ),
    ),
    [`${key}.leaves`]: listText(Object.entries(leaving).map(([account, on]) => `${account}:${on}`)),
    [`${key}.deal`]: listText(
      more.map(({ account, kind, amount, on }) => [account, kind, amount, on].join("|")),
    ),
  };
}

/** Whether anything is supposed. */
export function supposesNothing({ closings, signed, splits, leaving, more }: Supposed): boolean {
  return [closings, signed, splits, leaving].every((of) => Object.keys(of).length === 0) && more.length === 0;
}

/** How many things are supposed. */
export function suppositions({ closings, signed, splits, leaving, more }: Supposed): number {
  return [closings, signed, splits, leaving].reduce((sum, of) => sum + Object.keys(of).length, more.length);
}

/** A scenario as the server reads it. `who` closes the deals that are supposed, in `currency`. */
export function scenarioFor(
  { closings, signed, splits, leaving, more }: Supposed,
  who: { readonly person: string; readonly role: "ae" | "csm" | "am"; readonly currency: string },
) {
  const ids = [...new Set([...Object.keys(signed), ...Object.keys(splits)])];
  const somebody = { name: who.person, role: who.role };
  return {
    closings: { ...closings },
    deals: ids.map((dealId) => ({
      dealId,
      ...(signed[dealId] === undefined ? {} : { signedOn: signed[dealId] }),
      ...(splits[dealId] === undefined ? {} : { split: [...splits[dealId]] }),
    })),
    losses: Object.entries(leaving).map(([account, on], index) => ({
      lossId: `supposed-${index + 1}`,
      trigger: "churn" as const,
      account,
      on,
      ref: "simulation",
    })),
    moreDeals: more.map(({ account, kind, amount, on }, index) => ({
      dealId: `supposed-${index + 1}`,
      account,
      kind,
      amount,
      currency: who.currency,
      signedOn: on,
      effectiveOn: on,
      invoicedOn: on,
      paidOn: on,
      source: somebody,
      owner: somebody,
      closer: somebody,
      ref: "simulation",
    })),
  };
}
