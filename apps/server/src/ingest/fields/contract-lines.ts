import { attributeFields } from "./accounts.ts";
import { field } from "./field.ts";

const identity = [
  field(
    "line_id",
    "id",
    "The line's own id; the same id again is the same line.",
    "line item id, contract line id, subscription item id, subscription line id, order line id, order item id, order product id, id, record id, record id line item, opportunity product id, charge id, rate plan charge id, item id, asset id, uuid, key, row id, line key, external id, charge number, rate plan charge number",
  ),
  field(
    "contract_id",
    "id",
    "Id of the contract or subscription. Where there is no line id it is the line's id; on several rows, with product and start.",
    "subscription id, subscriptions id, subscription number, contract number, contract no, subscription, contract, order id, order number, agreement id, agreement number, opportunity id, deal id, subscription ref, contract ref, contract key, subscription key, sub id, vertragsnummer, vertrag, contract name, subscription name, order",
  ),
  field(
    "account_id",
    "id",
    "The account's id, or its exact name.",
    "customer id, customers id, accounts id, subscriptions customer id, account, customer, company id, client id, account number, customer number, organization id, organisation id, org id, tenant id, customer key, account key, customer code, account code, client, company, organization, organisation, associated company id, record id company, sold to account id, bill to account id, account ref, customer ref, kundennummer, kunden nr, kunde",
  ),
  field(
    "account_name",
    "text",
    "Name of the account, used where its id is missing or unknown.",
    "customer name, company name, client name, associated company, organization name, organisation name, customer company, account title, customer, company, client, account, organization, organisation, firma, kundenname, customers company, billing account name, customer description",
  ),
  field("account_system", "text", "The system the account's id belongs to, when it is not the line's.", ""),
  field(
    "system",
    "text",
    "The system the ids belong to, where rows of several systems stand in one file.",
    "source system",
  ),
  field(
    "product",
    "text",
    "What is sold.",
    "product name, plan, plan name, plan id, sku, item, item name, product code, product id, plan code, plan tier, package, edition, service, item price id, price id, product family, offering, module, description, line item name, subscription plan, product plan, license type, subscription type, plan type, tier, name, rate plan name, rate plan, produkt, tarif, artikel",
  ),
  field(
    "product_kind",
    "word",
    "core, add_on or service.",
    "product type, product category, item type, product class, item family type, category",
  ),
  field(
    "line_kind",
    "word",
    "recurring, usage or one_time.",
    "charge type, line type, revenue type, type, charge model, price type, pricing type, billing type, item charge type, recurring type, revenue category",
  ),
  field(
    "region",
    "text",
    "The region the product is sold into.",
    "sales region, geo, customer region, account region, customer country, account country, territory, country, billing country, market, geography, location",
  ),
];

const price = [
  field(
    "quantity",
    "number",
    "Units held: seats, licences. 1 where there is none.",
    "seats, licenses, licences, qty, users, units, seat count, number of seats, license count, number of licenses, num seats, user count, plan quantity, subscription quantity, seats licensed, licensed seats, menge, anzahl, lizenzen, no of seats, no of users, quantity ordered",
  ),
  field(
    "arr",
    "number",
    "Annual recurring revenue of the line.",
    "annual recurring revenue, arr amount, annual recurring revenue arr, arr value, annual amount, annual value, annualized value, annualised value, annualized revenue, annualised revenue, annual revenue, annual fee, annual contract amount, contract arr, line arr, net arr, yearly amount, annual subscription amount, total arr, jahreswert, jahresbetrag, jahresgebühr, jährlicher betrag, annual recurring amount, amount per year, subscription arr, current arr",
  ),
  field(
    "mrr",
    "number",
    "Monthly recurring revenue of the line.",
    "monthly recurring revenue, mrr amount, monthly recurring revenue mrr, mrr value, monthly amount, monthly value, monthly revenue, monthly fee, line mrr, net mrr, contract mrr, total mrr, monatswert, monatsbetrag, monatliche gebühr, monatlicher betrag, monatsgebühr, monthly recurring amount, amount per month, cmrr, subscription mrr, monthly charge, monthly subscription amount, current mrr",
  ),
  field(
    "net_unit_price",
    "number",
    "Price per unit after discount, per price_per or billing_interval.",
    "net price, sales price, customer price, discounted price, discounted unit price, effective price, price after discount, effective unit price, selling price",
  ),
  field(
    "unit_price",
    "number",
    "Price per unit, per price_per or billing_interval; before the discount where a discount is given.",
    "price, price per unit, price per seat, price per user, plan unit price, per seat price, per unit price, seat price, rate, unit cost, einzelpreis, preis, contract price, plan price, item unit price, unit rate, unit price amount",
  ),
  field(
    "unit_price_monthly",
    "number",
    "Price per unit and month, however often it is billed.",
    "monthly unit price, monthly price, price per month, unit price per month, price per seat per month, price per user per month, monthly price per seat, monthly seat price, monthly rate, price monthly, unit price month, monatspreis",
  ),
  field(
    "unit_price_yearly",
    "number",
    "Price per unit and year, however often it is billed.",
    "annual unit price, annual price, yearly price, price per year, unit price per year, price per seat per year, price per user per year, annual price per seat, annual seat price, annual rate, price annual, unit price annual, jahrespreis",
  ),
  field(
    "list_price",
    "number",
    "Price per unit before discount.",
    "list unit price, catalog price, catalogue price, full price, original price, standard price, price before discount, list, rack rate, gross price, gross unit price",
  ),
  field(
    "discount_percent",
    "percent",
    "Discount on the list or unit price, in per cent.",
    "discount pct, discount percentage, discount rate, disc percent, percent discount, discount perc, rabatt percent",
  ),
  field(
    "discount_amount",
    "number",
    "Discount on the whole line per price_per or billing_interval, as an amount.",
    "discount value, discount in currency, rabatt betrag, discount sum",
  ),
  field(
    "discount",
    "number",
    "A discount; the mapping's `discount` says whether percent, fraction or amount, unless the cells carry %.",
    "disc, rabatt, line discount, discount given",
  ),
  field(
    "amount",
    "number",
    "Price of the whole line per price_per or billing_interval.",
    "line amount, recurring amount, subscription amount, total price, net amount, total amount, fee, recurring fee, charge amount, invoice amount, value, total, line total, recurring revenue, revenue, billing amount, price total, betrag, subscription fee, plan amount, extended price, net total",
  ),
  field(
    "list_amount",
    "number",
    "Price of the whole line before discount, per price_per or billing_interval.",
    "list total, amount before discount, gross amount",
  ),
  field(
    "total_contract_value",
    "number",
    "Price of the whole line over its whole term.",
    "tcv, total contract value tcv, contract value, total value, contract total, total contract amount, contract amount, total contract, lifetime value, deal value, term value, total term amount, gesamtwert, vertragswert, total contract price, deal amount",
  ),
  field(
    "acv",
    "number",
    "Annual contract value; read as ARR where the row has no other price.",
    "annual contract value, annualized contract value, annual contract value acv, annualised contract value, acv amount, average contract value",
  ),
  field(
    "billing_interval",
    "word",
    "How often the charge recurs: month, quarter, year, 6 months, P1Y.",
    "billing frequency, billing period, billing cycle, interval, frequency, billing term, payment frequency, payment interval, invoice frequency, invoicing frequency, plan interval, recurrence, recurring interval, billing, recurring billing frequency, subscription interval, subscription period, billing schedule, cycle, period, plan period, payment term, payment schedule, abrechnung, abrechnungsintervall, zahlweise, zahlungsintervall, abrechnungszeitraum, charge period",
  ),
  field(
    "billing_count",
    "number",
    "How many of the unit in billing_interval or billing_unit make one interval.",
    "interval count, billing interval count, billing period count, plan interval count, billing frequency count",
  ),
  field(
    "billing_unit",
    "word",
    "The unit of a billing interval given as a number: 3 and month.",
    "billing period unit, interval unit, billing interval unit, period unit, billing cycle unit, frequency unit",
  ),
  field(
    "price_per",
    "word",
    "The interval the price is for, where it is not billed so: monthly price, billed yearly.",
    "price period, price interval, price unit, pricing period, rate period, price frequency, pricing interval, per",
  ),
  field(
    "currency",
    "currency",
    "ISO 4217 code.",
    "currency code, currency iso code, contract currency, account currency, billing currency, iso currency, ccy, cur, curr, price currency, deal currency, invoice currency, währung, devise, moneda",
  ),
];

const term = [
  field(
    "starts_on",
    "date",
    "First day in force.",
    "start date, starts, start, contract start date, subscription start date, contract start, subscription start, service start date, term start date, effective start date, valid from, starts at, billing start date, effective date, line start date, start on, date start, started at, started on, commencement date, activated at, activation date, activated on, date activated, activation, service start, term start, begin date, from date, from, period start, period start date, start day, license start date, effective from, start dt, startdatum, beginn, vertragsbeginn, gültig ab, von, go live date, subscribed on, subscribed at, date started, first day, in force from, contract begin, begin, begins, begins on, inception date, contract effective date, created at, created, created date, signup date",
  ),
  field(
    "ends_on",
    "date",
    "Last day in force; empty, `open` or a day from 2099 on: no end.",
    "end date, ends, end, contract end date, subscription end date, contract end, subscription end, service end date, term end date, effective end date, valid to, valid until, valid through, ends at, expiration date, expiry date, expires on, expires at, expires, expiry, line end date, end on, date end, maturity date, last day, contract expiry, contract expiry date, contract expiration, contract expiration date, subscription expiry, expiration, finish date, in force to, in force until, end of contract, service end, term end, to date, until, to, period end, period end date, end day, license end date, effective to, effective until, end dt, enddatum, ende, vertragsende, gültig bis, bis, laufzeitende",
  ),
  field(
    "terminated_on",
    "date",
    "Last day in force when the line ended before its term.",
    "termination date, terminated date, terminated at, terminated, ended at, ended on, ended, churn date, churned on, churned at, churned date, early termination date, termination effective date, deactivated at, deactivation date, date churned, closed at",
  ),
  field(
    "cancelled_on",
    "date",
    "When it was cancelled: the notice where the line has an end, else its last day.",
    "canceled on, cancelled at, canceled at, cancellation date, cancelation date, cancelled date, canceled date, cancel date, date cancelled, date canceled, cancelled, canceled, kündigungsdatum, gekündigt am, cancellation effective date, unsubscribed at",
  ),
  field(
    "signed_on",
    "date",
    "When it was signed.",
    "signed date, signature date, date signed, contract signed date, close date, closed date, booking date, closed won date, booked on, order date, customer signed date, unterschrift, unterschriftsdatum, signed at, signed",
  ),
  field(
    "notice_on",
    "date",
    "When notice of its end was given.",
    "notice date, notice given on, notice given, notice received, cancellation notice date, non renewal notice date, churn notice date",
  ),
  field(
    "term_months",
    "number",
    "Length of the term in months; gives the end where there is no end date.",
    "term in months, contract term months, contract term, contract length months, term length, subscription term, term length months, term, contract duration months, duration months, contract length, initial term, laufzeit monate, laufzeit, months, contract months",
  ),
];

const state = [
  field(
    "auto_renew",
    "word",
    "yes or no.",
    "auto renewal, automatic renewal, autorenew, auto renews, is auto renew, auto renew flag, autorenewal, auto renewal flag, evergreen, renews automatically, auto collection renew",
  ),
  field(
    "renews",
    "id",
    "Line or contract id of the line this one continues.",
    "renews line id, previous line id, prior line id, renewed line id, previous contract id, prior contract id, renewal of, renewed contract id, previous subscription id, prior subscription id, renews contract id, renewed from, predecessor, predecessor id, renewed subscription id, renews subscription id, previous contract, replaces, replaces line id, supersedes, renewed subscription, previous contract number",
  ),
  field(
    "status",
    "word",
    "in_force, over or not_a_contract, and the usual words for them.",
    "subscription status, subscriptions status, contract status, state, line status, stage, subscription state, contract state, deal stage, stage name, order status, lifecycle status, zustand",
  ),
  field(
    "trial",
    "word",
    "yes: a trial, not a contract.",
    "is trial, trial flag, on trial, in trial, free trial",
  ),
  field(
    "withdrawn",
    "word",
    "yes: take the line back as if it never was.",
    "deleted, is deleted, isdeleted, void, voided, is void",
  ),
  field(
    "payment",
    "word",
    "paid, open, overdue or failed; kept and shown, no figure depends on it.",
    "payment state, payment status, invoice status, paid, collection status, billing status, dunning status, zahlungsstatus",
  ),
  field(
    "sourced_by",
    "text",
    "Who brought the business in.",
    "sourced, source, opportunity source, lead source, sourced by team, originator, sourcing, sourced from, referral source, booked by, acquisition source",
  ),
];

/** The attributes of an account a contract line may carry; read only when lines create their accounts. */
const account = attributeFields
  .filter((one) => one.name !== "region")
  .map((one) =>
    one.name === "tier" ? { ...one, name: "account_tier", aliases: ["customer tier", "support tier"] } : one,
  );

/** The fields of a contract lines file. */
export const lineFields = [...identity, ...price, ...term, ...state, ...account];
