import { addDays, allocate, type Currency, type Day, daysBetween, Failure, later } from "../kernel/index.ts";
import { type Deal, type Exclusion, exclusionOf, refuseSplit } from "./deal.ts";
import type { CompPlan, CreditRule } from "./plan.ts";
import { hundredLess, weightOf } from "./written.ts";

/** Confirmed, at risk while something it needs is still open, or excluded. */
export type CreditState = "confirmed" | "at_risk" | "excluded";

/** What one person is credited with of one deal, in whole minor units. */
export interface Credit {
  readonly deal: Deal;
  readonly person: string;
  /** The declared share in per cent. */
  readonly percent: string;
  readonly amount: bigint;
  /** The day the rule credits it on; null while that day is not known. */
  readonly creditedOn: Day | null;
  /** The day from which it counts: the credit date, or the day its last gate was passed where that is later. */
  readonly countsOn: Day | null;
  readonly state: CreditState;
  /** Why it stands as it does, in a sentence. */
  readonly why: string;
}

/** What credits are decided on. */
export interface CreditQuestion {
  readonly rule: CreditRule;
  readonly team: CompPlan["team"];
  readonly currency: Currency;
  readonly exclusions: readonly Exclusion[];
  /** The day up to which things are looked at. */
  readonly on: Day;
}

const dayNames = { signed: "signed", effective: "in force", invoiced: "invoiced", paid: "paid" } as const;
const gateNames = {
  handoff_accepted: "the handoff is accepted",
  training_done: "the training is done",
  contract_filed: "the contract is filed",
} as const;

function creditDay(deal: Deal, rule: CreditRule): Day | null {
  if (rule.creditOn === "signed") return deal.signedOn;
  if (rule.creditOn === "effective") return deal.effectiveOn;
  return rule.creditOn === "invoiced" ? deal.invoicedOn : deal.paidOn;
}

/** Who shares a deal and how: as it declares, or whom the rule names, with the handover window. */
function sharesOf(deal: Deal, rule: CreditRule, creditedOn: Day | null) {
  if (deal.split.length > 0) return { shares: deal.split, how: "declared split" };
  const to = deal[rule.to]?.name ?? null;
  if (to === null) return { shares: [], how: `no ${rule.to} on record` };
  const { handover } = rule;
  const taken = deal.takenOver;
  const within =
    handover !== null &&
    taken !== null &&
    creditedOn !== null &&
    creditedOn >= taken.on &&
    creditedOn < addDays(taken.on, handover.days);
  if (!within || taken.from === to) return { shares: [{ person: to, percent: "100" }], how: rule.to };
  const previous = handover.previous;
  const shares = [
    { person: taken.from, percent: previous },
    { person: to, percent: hundredLess(previous) },
  ];
  return {
    shares: shares.filter(({ percent }) => Number(percent) > 0),
    how: `taken over from ${taken.from} on ${taken.on}, within ${handover.days} days`,
  };
}

function standing(deal: Deal, creditedOn: Day | null, asked: CreditQuestion) {
  const { rule, team, on, exclusions } = asked;
  const out = (why: string) => ({ state: "excluded", why, countsOn: creditedOn }) as const;
  const open = (why: string) => ({ state: "at_risk", why, countsOn: null }) as const;
  if (deal.withdrawn) return out("The deal was withdrawn from the record.");
  const left = exclusionOf(deal, exclusions);
  if (left) return out(`Left out by ${left.approver}: ${left.reason.replace(/\.$/, "")}.`);
  if (!rule.counts.includes(deal.kind)) return out(`The rule does not count a deal of kind ${deal.kind}.`);
  if (rule.leastTermMonths !== null && (deal.termMonths ?? 0) < rule.leastTermMonths)
    return out(
      `Signed for ${deal.termMonths === null ? "a term nobody told" : `${deal.termMonths} months`}, ${rule.leastTermMonths} are asked for.`,
    );
  if (rule.source === "credited_team" && deal.kind === "expansion" && !begunBy(deal, team))
    return out(
      deal.source === null
        ? "Nobody is on record as having begun it."
        : `Begun by ${deal.source.name} (${deal.source.role}), not by the team credited.`,
    );
  if (creditedOn === null || creditedOn > on) return open(`Not ${dayNames[rule.creditOn]} yet.`);
  let countsOn = creditedOn;
  for (const { gate, withinDays } of rule.gates) {
    const passedOn = deal.gates.find((one) => one.gate === gate)?.passedOn ?? null;
    const until = withinDays === null ? null : addDays(creditedOn, withinDays);
    const passed = passedOn !== null && passedOn <= on ? passedOn : null;
    if (passed === null && (until === null || until >= on))
      return open(`Waits until ${gateNames[gate]}${until === null ? "" : `, by ${until}`}.`);
    if (passed === null) return out(`By ${until} it was not so that ${gateNames[gate]}.`);
    if (until !== null && passed > until)
      return out(
        `Only on ${passed}, ${daysBetween(creditedOn, passed)} days after the credit date, ${gateNames[gate]}: ${withinDays} are allowed.`,
      );
    countsOn = later(countsOn, passed);
  }
  return {
    state: "confirmed",
    why: `Credited on the day it was ${dayNames[rule.creditOn]}.`,
    countsOn,
  } as const;
}

/** Whether a deal was begun in the team that the plan credits: an AE begins for Sales, a CSM or an AM for Customer Success. */
function begunBy({ source }: Deal, team: CompPlan["team"]): boolean {
  return source !== null && (source.role === "ae" ? "sales" : "customer_success") === team;
}

/**
 * What each person is credited with of each deal. The amounts of a deal add up to it exactly, by largest remainder; a deal
 * that nobody can be credited with gives none. Throws `bad_input` for a split that does not add up to 100 %, and for a
 * deal in another currency than the plan's.
 */
export function creditsOf(deals: readonly Deal[], asked: CreditQuestion): Credit[] {
  return deals.flatMap((deal) => {
    refuseSplit(deal);
    if (deal.currency !== asked.currency)
      throw new Failure(
        "bad_input",
        `Deal ${deal.dealId} of ${deal.account} is in ${deal.currency}, the plan pays in ${asked.currency}: convert it first.`,
      );
    const creditedOn = creditDay(deal, asked.rule);
    const { shares, how } = sharesOf(deal, asked.rule, creditedOn);
    if (shares.length === 0) return [];
    const amounts = allocate(
      BigInt(deal.amount),
      shares.map(({ percent }) => weightOf(percent)),
    );
    const { why, ...stands } = standing(deal, creditedOn, asked);
    return shares.map(
      ({ person, percent }, index): Credit => ({
        deal,
        person,
        percent,
        amount: amounts[index] ?? 0n,
        creditedOn,
        why: `${why} Share of ${percent} %: ${how}.`,
        ...stands,
      }),
    );
  });
}
