import type { LineKind, PaymentState, ProductKind } from "@termwise/core/facts";
import { wordOf } from "./cell-text.ts";

const table = <T>(...entries: [T, string][]): ReadonlyMap<string, T> =>
  new Map(entries.flatMap(([value, words]) => words.split(", ").map((word): [string, T] => [word, value])));

const booleans = table<boolean>(
  [
    true,
    "yes, y, true, t, 1, 1.0, on, x, ja, j, oui, si, sí, wahr, vrai, auto, automatic, auto renew, checked",
  ],
  [false, "no, n, false, f, 0, 0.0, off, nein, non, falsch, faux, manual, none, unchecked, does not renew"],
);

const lineKinds = table<LineKind>(
  [
    "recurring",
    "recurring, subscription, recurring fee, recurring charge, licensed, license, licence, flat fee, flat, per seat, per unit, saas, support, maintenance, new, new business, existing business, new logo, renewal, expansion, contraction, upsell, cross sell, upgrade, downgrade, amendment, plan, addon, add on, plan item price",
  ],
  [
    "usage",
    "usage, metered, consumption, usage based, overage, overages, pay as you go, payg, variable, on demand",
  ],
  [
    "one_time",
    "one time, one off, onetime, once, setup, setup fee, set up, implementation, implementation fee, onboarding, onboarding fee, training, professional services, services, service fee, perpetual, perpetual license, non recurring, nonrecurring, charge, hardware, migration, consulting",
  ],
);

const productKinds = table<ProductKind>(
  [
    "core",
    "core, product, base, base product, platform, plan, main, primary, subscription, license, licence, suite, edition, software",
  ],
  [
    "add_on",
    "add on, addon, module, extension, option, extra, add ons, addons, feature, plugin, plug in, upgrade",
  ],
  [
    "service",
    "service, services, professional services, professional service, ps, support, training, implementation, consulting, onboarding, setup, managed services, managed service",
  ],
);

const payments = table<PaymentState>(
  [
    "paid",
    "paid, settled, succeeded, success, collected, complete, completed, current, up to date, bezahlt, no dues",
  ],
  [
    "open",
    "open, unpaid, outstanding, pending, invoiced, sent, due, draft, processing, not paid, not due, offen, posted, payment due",
  ],
  ["overdue", "overdue, past due, late, delinquent, überfällig, in dunning, dunning"],
  ["failed", "failed, declined, rejected, uncollectible, bad debt, chargeback, refused"],
);

/**
 * What a status says of a line: it counts while its dates say so (`in_force`), it is over and must have an end
 * (`over`), or it never was a contract (`not_a_contract`).
 */
export const lineStatuses = ["in_force", "over", "not_a_contract"] as const;
/** What a status says of a line. */
export type LineStatus = (typeof lineStatuses)[number];

const statuses = table<LineStatus>(
  [
    "in_force",
    "in force, active, live, current, signed, activated, executed, renewed, past due, unpaid, overdue, delinquent, non renewing, cancelling, canceling, pending cancellation, pending cancel, cancel at period end, to be cancelled, amended, expiring, expiring soon, closed won, won, ongoing, open, future, scheduled, upcoming, not started, in progress, new, renewal, customer, paying, billing, subscribed, approved, accepted, contracted, aktiv, laufend, actif, activo, auto renew, auto renewed, at risk",
  ],
  [
    "over",
    "over, cancelled, canceled, cancelled by customer, churned, churn, expired, terminated, ended, inactive, completed, complete, lapsed, not renewed, closed, finished, former, past, gekündigt, beendet, abgelaufen, superseded, replaced, upgraded, downgraded, migrated, transferred, deactivated, stopped, unsubscribed, lost customer, former customer, archived",
  ],
  [
    "not_a_contract",
    "not a contract, trial, trialing, trialling, in trial, free trial, trial ended, trial expired, draft, void, voided, quote, quoted, proposal, proposed, negotiation, in negotiation, lost, closed lost, rejected, declined, incomplete, incomplete expired, deleted, prospect, lead, opportunity, in approval process, in approval, pending approval, pending signature, unsigned, test, invalid, error, duplicate, withdrawn, entwurf, pipeline",
  ],
);

/** Yes or no, in several languages; `null`: neither. */
export const readBoolean = (text: string): boolean | null =>
  booleans.get(wordOf(text)) ?? booleans.get(text) ?? null;
/** How a line is charged; `null`: not one of the known words. */
export const readLineKind = (text: string): LineKind | null => lineKinds.get(wordOf(text)) ?? null;
/** What is sold; `null`: not one of the known words. */
export const readProductKind = (text: string): ProductKind | null => productKinds.get(wordOf(text)) ?? null;
/** Whether a line is paid; `null`: not one of the known words. */
export const readPayment = (text: string): PaymentState | null => payments.get(wordOf(text)) ?? null;
/** What a status says of its line; `null`: not one of the known words. */
export const readStatus = (text: string): LineStatus | null => statuses.get(wordOf(text)) ?? null;
