import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { balanceParameters, ledgerParameters } from "./parameters.ts";

/** Words for recurring revenue as a level: what a customer's contracts are worth a year, and who the customer is. */
export const recurringRevenueTerms = [
  defineTerm({
    id: "arr",
    name: "Annual Recurring Revenue",
    abbreviation: "ARR",
    section: "retention-metrics",
    kind: "metric",
    indicator: "lagging",
    definition:
      "The yearly value of all recurring contract lines in force at the end of a day, as if each ran for a year unchanged.",
    example: "Five seats at 150 a month are 750 a month, so 9,000 ARR.",
    formula: "the sum over recurring lines in force of quantity × unit price × charges in a year",
    unit: "money",
    grain: "customer, currency and day",
    inclusions: [
      "lines on their first and on their last day in force",
      "add-ons and recurring services",
      "months a renewal came late, within the grace, at the renewed price",
      "lines whose payment is open or overdue",
    ],
    exclusions: [
      "one-time charges",
      "usage charges, unless the policy takes them in",
      "signed lines that have not started",
    ],
    parameters: balanceParameters,
    owner: "RevOps",
    sources: [practice.salesAndSuccess, practice.success],
    related: [
      "mrr",
      "arr-movement",
      "arr-bridge",
      "late-renewal-grace",
      "customer-identity",
      "contract-currency",
    ],
    notNotes: [
      "ARR is not recognised revenue: it looks at contracts on one day and not at a stretch of time.",
      "ARR is not bookings: what is signed counts from the day it starts.",
    ],
    versions: firstVersion(
      "ARR was read from bookings, from invoices and from contracts, with three totals.",
    ),
  }),
  defineTerm({
    id: "mrr",
    name: "Monthly Recurring Revenue",
    abbreviation: "MRR",
    section: "retention-metrics",
    kind: "metric",
    indicator: "lagging",
    definition:
      "The monthly value of all recurring contract lines in force at the end of a day: a twelfth of ARR.",
    example: "Five seats at 150 a month are 750 of MRR.",
    formula: "ARR ÷ 12",
    unit: "money",
    grain: "customer, currency and day",
    exclusions: ["what an invoice of the month says: an annual invoice is spread over its twelve months"],
    parameters: balanceParameters,
    owner: "RevOps",
    sources: [practice.success],
    related: ["arr"],
    notNotes: [
      "MRR is not the month's invoices: a customer billed once a year has the same MRR in every month.",
    ],
    versions: firstVersion("Finance read MRR from invoices, Customer Success from contracts."),
  }),
  defineTerm({
    id: "customer-identity",
    name: "Customer",
    aliases: ["Customer identity", "Logo", "Account"],
    section: "cs-operations",
    kind: "segment",
    definition:
      "Whoever is counted as one when customers are counted: an account, or by policy a whole group under its ultimate parent.",
    example: "Two subsidiaries with a contract each are two customers by account and one customer by parent.",
    inclusions: [
      "records merged into one, with their whole history",
      "records split into two, with the lines of each",
    ],
    exclusions: ["accounts that never had ARR: prospects"],
    parameters: [ledgerParameters.identity],
    owner: "RevOps",
    sources: [practice.termwise],
    related: ["shared-customer-record", "logo-retention", "customer-life", "new-arr"],
    notNotes: ["A merge of two records is not churn of one of them: total ARR is the same on every day."],
    versions: firstVersion(
      "Subsidiaries were counted as customers by some and as seats of one customer by others.",
    ),
  }),
  defineTerm({
    id: "customer-life",
    name: "Customer life",
    aliases: ["Life of a customer"],
    section: "lifecycle",
    kind: "process",
    definition:
      "The stretch of time in which a customer counts as one and the same: from its first ARR to a loss it does not return from within the win-back window.",
    example:
      "A customer that leaves on 1 May and is back on 15 June goes on with its life; one that is back on 1 October begins another.",
    grain: "customer",
    parameters: [ledgerParameters.winbackDays],
    owner: "RevOps",
    sources: [practice.termwise],
    related: ["winback-arr", "churn", "late-renewal-grace", "opening-cohort"],
    notNotes: [
      "A pause is not the end of a life: within the window both the loss and the return are booked, and the life goes on.",
    ],
    versions: firstVersion(
      "Whether a returning customer is an old or a new one changed retention by points.",
    ),
  }),
  defineTerm({
    id: "late-renewal-grace",
    name: "Late renewal grace",
    aliases: ["Grace", "Back-fill"],
    section: "retention-metrics",
    kind: "threshold",
    definition:
      "The number of uncovered days a renewal may come late and still be read as unbroken, the gap being filled with the renewed ARR.",
    example:
      "A contract ends on 31 March and its renewal starts on 20 April: with 30 days of grace nothing is lost and nothing won.",
    unit: "days",
    inclusions: [
      "a line that names the one it renews",
      "a line of the same product",
      "any line, when the customer would else be at zero",
    ],
    exclusions: ["a gap one day longer than the grace: it is churn and then reactivation"],
    parameters: [ledgerParameters.graceDays],
    owner: "RevOps",
    sources: [practice.termwise],
    related: ["renewal", "churn", "customer-life"],
    notNotes: ["Grace is not a win-back: under grace the customer never left."],
    versions: firstVersion("Paperwork a week late showed as churn followed by new ARR."),
  }),
  defineTerm({
    id: "renewal",
    name: "Renewal",
    aliases: ["Renewal decision"],
    section: "lifecycle",
    kind: "lifecycle-stage",
    definition:
      "The customer's decision, at the end of a contract line, to go on with it at the same, a higher or a lower ARR.",
    example:
      "A line that ends on 31 October and one that names it as renewed from 1 November, for two seats more, is a renewal with expansion.",
    grain: "contract line",
    inclusions: [
      "renewals by silence, where the contract renews itself",
      "renewals within the late renewal grace",
      "the months before it: open from 120 days before the term ends, begun at the latest 90 days or three calendar months before, whichever is earlier, prepared before the last month",
      "an owner: AE, AM or CSM",
    ],
    exclusions: ["the change of ARR that comes with it: that is expansion or contraction"],
    parameters: [ledgerParameters.graceDays],
    owner: "RevOps",
    sources: [practice.salesAndSuccess, practice.success],
    related: ["late-renewal-grace", "churn", "logo-retention", "lifecycle-management", "expansion"],
    notNotes: [
      "A renewal is not an administrative event: it is a decision that is prepared, owned and dated.",
      "A renewal is not expansion: what it adds is expansion, the renewal itself adds nothing.",
    ],
    versions: [
      ...firstVersion("A renewal at a lower price was reported as kept in full."),
      {
        on: "2026-11-28",
        author: "RevOps",
        reason: "Renewals were begun in the week a contract lapsed.",
        change: "Window, latest start, three preparations and an owner are part of it.",
      },
    ],
  }),
] as const;
