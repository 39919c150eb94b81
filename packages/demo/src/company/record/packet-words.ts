import type { DealContextField, PacketSection } from "@termwise/core/facts";
import type { Random } from "../random.ts";
import type { Portrait } from "./portrait.ts";

const useCases = [
  "Planning is done in spreadsheets at every site; nobody sees the week ahead. They want one plan by go-live.",
  "Two dispatch teams overbook the same vehicles. One board for both, and alerts before a slot is full.",
  "The old scheduling tool is switched off at year end. Shifts, absences and skills must be in one place.",
  "Overtime rose for three quarters running. They want to see it a week ahead, by site.",
];
const technical = [
  "Single sign-on, nightly import of orders from the ERP, no write-back. Contact for the interface is named.",
  "Import of staff from the HR system once a day. Browser only, no mobile devices on the floor.",
  "No interfaces for go-live. Later: export of hours to payroll.",
];
const timelines = [
  "First site live within a month, the others before the season starts.",
  "Go-live must be before the quarter ends; after that nobody has time until spring.",
  "No fixed date. They would like the first full week planned within three weeks.",
];
const promised = [
  "The import of last year's data is included. Nothing about features to come was said.",
  "Training for all planners in the first month. See the list of promises.",
  "Nothing beyond the order form.",
];

/** The section as it was written again after it was returned. */
export const writtenLater =
  "Interfaces for go-live: orders from the ERP every night (run by their IT), staff from HR once. Payroll export after go-live.";

/** What the sections of a packet say. */
export function sectionWords(
  { name, contacts }: Portrait,
  random: Random,
): Readonly<Record<Exclude<PacketSection, "deal_context">, string>> {
  const reports = contacts.champion ? ` ${contacts.champion.title} drives it.` : "";
  return {
    use_case: `${random.pick(useCases)}${reports}`,
    people: `Who is who at ${name} stands under the people of the account.`,
    promises: random.pick(promised),
    technical: random.pick(technical),
    timeline: random.pick(timelines),
  };
}

const context: Readonly<Record<DealContextField, readonly string[]>> = {
  why_now: [
    "The old tool is switched off",
    "A new head of operations asked for it",
    "Season starts in ten weeks",
  ],
  pain: ["Overtime nobody saw coming", "Double bookings every week", "Two people plan full time by hand"],
  influencers: ["The champion and the site leads", "Their IT lead asked the hard questions"],
  objections: [
    "Afraid of another long project",
    "Price against the spreadsheet they have",
    "Data stays in the region",
  ],
  near_loss: [
    "A competitor offered the first year free",
    "The works council was asked late",
    "Nothing, it went straight through",
  ],
};

/** What is told of the deal that no figure tells. */
export function contextWords(random: Random): Record<DealContextField, string> {
  return {
    why_now: random.pick(context.why_now),
    pain: random.pick(context.pain),
    influencers: random.pick(context.influencers),
    objections: random.pick(context.objections),
    near_loss: random.pick(context.near_loss),
  };
}
