import { currencyDigits, Failure } from "../kernel/index.ts";
import { linesOn } from "./lines-on.ts";
import type { Check, QualityFinding } from "./subject.ts";

/** An amount of minor units as plain text. */
export function amountText(minor: bigint, currency: string): string {
  const digits = currencyDigits(currency as Parameters<typeof currencyDigits>[0]);
  const [sign, size] = minor < 0n ? ["-", -minor] : ["", minor];
  const text = size.toString().padStart(digits + 1, "0");
  return digits === 0
    ? `${sign}${text} ${currency}`
    : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)} ${currency}`;
}

/** Each movement takes a customer's ARR from the balance before to the balance after, to the minor unit: then every bridge closes. */
export const bridgeCloses: Check = ({ book, on }) => {
  const findings: QualityFinding[] = [];
  let looked = 0;
  for (const { accountId, name, movements } of book?.accounts ?? []) {
    const held = new Map<string, bigint>();
    for (const movement of movements) {
      if (movement.on > on) continue;
      looked++;
      const before = held.get(movement.currency) ?? 0n;
      if (before + movement.amount !== movement.balance)
        findings.push({
          key: `${accountId} ${movement.on} ${movement.currency}`,
          accountId,
          about: null,
          name,
          detail: `${movement.on}: ${amountText(before, movement.currency)} and ${amountText(movement.amount, movement.currency)} do not make ${amountText(movement.balance, movement.currency)}`,
        });
      held.set(movement.currency, movement.balance);
    }
  }
  return { looked, findings };
};

/** Every line in force is in a currency that can be told in the reporting one. */
export const missingRate: Check = (subject) => {
  const { book, on } = subject;
  if (book === null) return { looked: 0, findings: [] };
  const convert = book.rates.on(on);
  const lines = linesOn(subject);
  const without = new Map<string, boolean>();
  const isKnown = (currency: (typeof lines)[number]["line"]["currency"]): boolean => {
    const known = without.get(currency);
    if (known !== undefined) return known;
    const told = isConverted(() => convert(1n, currency));
    without.set(currency, told);
    return told;
  };
  return {
    looked: lines.length,
    findings: lines
      .filter(({ line }) => !isKnown(line.currency))
      .map(({ line, accountId, name }) => ({
        key: line.lineId,
        accountId,
        about: null,
        name,
        detail: `"${line.source.key}" is in ${line.currency}, of which no rate towards ${book.currency} is known on or before ${on}`,
      })),
  };
};

function isConverted(convert: () => bigint): boolean {
  try {
    convert();
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === "rate_missing") return false;
    throw error;
  }
}

/** What the billing system says of a month lies within the tolerance of ours, in total and account by account. */
export const billingTotal: Check = ({ billing, tolerance, book }) => {
  const currency = book?.currency ?? "USD";
  const apart = (theirs: bigint, ours: bigint): boolean => {
    const difference = theirs > ours ? theirs - ours : ours - theirs;
    const size = ours < 0n ? -ours : ours;
    return difference * 10_000n > BigInt(tolerance) * size;
  };
  const findings = billing.flatMap((total): QualityFinding[] => {
    const whole = { key: total.entryId, accountId: null, about: total.entryId };
    const named = `${total.system}, ${total.period}`;
    if (total.ours === null)
      return [{ ...whole, name: named, detail: total.reason ?? "Ours cannot be told" }];
    const rows = total.accounts
      .filter(({ theirs, ours }) => apart(theirs ?? 0n, ours ?? 0n))
      .map(({ accountId, name, theirs, ours }, at) => ({
        key: `${total.entryId} ${accountId ?? at}`,
        accountId,
        about: total.entryId,
        name,
        detail: `${total.period}: ${total.system} ${theirs === null ? "does not have it" : amountText(theirs, currency)}, here ${ours === null ? "it is not" : amountText(ours, currency)}`,
      }));
    if (!apart(total.theirs, total.ours)) return rows;
    const detail = `${amountText(total.theirs, currency)} there, ${amountText(total.ours, currency)} here: ${amountText(total.theirs - total.ours, currency)} apart`;
    return [{ ...whole, name: named, detail }, ...rows];
  });
  return { looked: billing.length, findings };
};
