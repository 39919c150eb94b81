import type { ContractLine } from "../facts/index.ts";
import {
  type AccountId,
  type Day,
  type Known,
  known,
  notKnown,
  over,
  plus,
  type Rational,
  shareOf,
  zero,
} from "../kernel/index.ts";
import { annualValue, houseLedgerPolicy, type LedgerPolicy, yearsPerTerm } from "../ledger/index.ts";

/**
 * What a contract is worth in a year on average: the recurring value of all its lines over the whole term, divided by the
 * years of the term. The term runs from the first day of its first line to the last day of its last. Term: acv. Unit:
 * exact minor units of the one currency of its lines.
 */
export function annualContractValue(
  contract: readonly ContractLine[],
  policy: LedgerPolicy = houseLedgerPolicy,
): Known<Rational> {
  const lines = contract.filter(({ lineKind, withdrawn }) => lineKind === "recurring" && !withdrawn);
  const [first] = lines;
  if (!first) return notKnown("Nothing in the contract recurs.");
  if (lines.some(({ currency }) => currency !== first.currency))
    return notKnown("The contract is in more than one currency.");
  const ends = lines.map(({ endsOn }) => endsOn);
  if (!ends.every((end): end is Day => end !== null)) return notKnown("The contract has no last day.");
  const from = lines.map(({ startsOn }) => startsOn).sort()[0] ?? first.startsOn;
  const to = [...ends].sort().at(-1) ?? from;
  const total = lines.reduce(
    (sum, line) => plus(sum, over(annualValue(line, policy), yearsPerTerm(line.startsOn, line.endsOn ?? to))),
    zero,
  );
  const years = over({ n: 1n, d: 1n }, yearsPerTerm(from, to));
  return known(over(total, years));
}

/** Customers on a day, and those of them with something beside the core product. */
export interface Attachment {
  readonly customers: number;
  readonly attached: number;
  readonly rate: Known<Rational>;
}

/**
 * The share of customers that have an add-on or a service, or one named product, in force on a day beside what they have
 * of the core product. A customer is who has a recurring line in force. Term: attachment-rate. Unit: share.
 */
export function attachmentRate(
  lines: readonly ContractLine[],
  on: Day,
  product: string | null = null,
): Attachment {
  const inForce = lines.filter(
    ({ startsOn, endsOn, withdrawn }) => !withdrawn && startsOn <= on && (endsOn === null || endsOn >= on),
  );
  const customers = new Set<AccountId>();
  for (const line of inForce) if (line.lineKind === "recurring") customers.add(line.accountId);
  const attached = new Set<AccountId>();
  for (const line of inForce)
    if (
      line.productKind !== "core" &&
      customers.has(line.accountId) &&
      (product === null || line.product === product)
    )
      attached.add(line.accountId);
  return {
    customers: customers.size,
    attached: attached.size,
    rate: shareOf(BigInt(attached.size), BigInt(customers.size), `There were no customers on ${on}.`),
  };
}
