import { choice, type Parameter } from "../../glossary/index.ts";
import { houseLedgerPolicy, type LedgerPolicy } from "../policy.ts";

const house = houseLedgerPolicy;

/** Every choice of the ledger policy, described for the people who read a figure. */
export const ledgerParameters = {
  graceDays: {
    name: "graceDays",
    label: "Late renewal grace",
    meaning:
      "How many uncovered days a renewal may come late and still count as unbroken: the gap then carries the renewed ARR.",
    range: { min: 0, max: 365, unit: "days" },
    default: house.graceDays,
  },
  churnOn: choice<LedgerPolicy["churnOn"]>({
    name: "churnOn",
    label: "Day of churn",
    meaning: "The day on which the ARR of a contract that is not continued is booked as lost.",
    default: house.churnOn,
    options: {
      end: "the day after the last day in force",
      notice: "the day on which notice was given, where it is known; else as end",
      end_plus_grace: "once the late renewal grace has run out without a renewal",
    },
  }),
  identity: choice<LedgerPolicy["identity"]>({
    name: "identity",
    label: "Who the customer is",
    meaning: "Whether every account is a customer of its own or all accounts of a group are one.",
    default: house.identity,
    options: {
      account: "each account is one customer",
      parent: "all accounts under one ultimate parent are one customer",
    },
  }),
  discount: choice<LedgerPolicy["discount"]>({
    name: "discount",
    label: "Discounts",
    meaning: "Whether ARR is what the customer pays or what the price list says.",
    default: house.discount,
    options: {
      net: "the price after discount",
      list: "the list price, where the contract line states one",
    },
  }),
  usage: choice<LedgerPolicy["usage"]>({
    name: "usage",
    label: "Usage charges",
    meaning: "Whether contract lines charged by usage carry ARR.",
    default: house.usage,
    options: { out: "they carry none", in: "they count like recurring lines" },
  }),
  week: choice<LedgerPolicy["week"]>({
    name: "week",
    label: "Weeks in a year",
    meaning: "How a weekly price becomes a yearly one.",
    default: house.week,
    options: { "52": "times 52", "365/7": "times 365/7, so that no day of the year is left out" },
  }),
  winbackDays: {
    name: "winbackDays",
    label: "Win-back window",
    meaning:
      "How many uncovered days after churn a returning customer resumes the life it had; a later return begins a new life and is a win-back.",
    range: { min: 0, max: 3650, unit: "days" },
    default: house.winbackDays,
  },
} satisfies Record<keyof LedgerPolicy, Parameter>;

/** The choices that decide what ARR an account has on a day. */
export const balanceParameters: Parameter[] = [
  ledgerParameters.graceDays,
  ledgerParameters.churnOn,
  ledgerParameters.identity,
  ledgerParameters.discount,
  ledgerParameters.usage,
  ledgerParameters.week,
];
/** Every choice of the ledger policy, in the order they are printed. */
export const allLedgerParameters: Parameter[] = [...balanceParameters, ledgerParameters.winbackDays];
