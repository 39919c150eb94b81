import { addDays } from "@termwise/core/kernel";
import { listPrice, modules, oneTime, plans, usage } from "./catalogue.ts";
import { type ContractBook, sign } from "./contract-book.ts";
import { type Contract, discounted, hold } from "./holding.ts";
import type { Customer, Life } from "./life.ts";
import { rampSteps } from "./ramp.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

interface Beginning {
  customer: Customer;
  book: ContractBook;
  timeline: Timeline;
  random: Random;
}

const cadences = ["monthly", "quarterly", "annual", "twoYears", "threeYears"] as const;
const monthsOf = { monthly: 12, quarterly: 3, annual: 12, twoYears: 24, threeYears: 36 } as const;

function contractOf({ customer, random, timeline }: Beginning, month: number): Contract {
  const weights = customer.profile.contracts;
  let left = random.between(1, 100);
  const chosen = cadences.find((each) => {
    left -= weights[each];
    return left <= 0;
  });
  const kind = customer.script?.contract ?? chosen ?? "annual";
  const months = monthsOf[kind];
  const dayOfMonth = customer.dayOfMonth;
  return {
    cadence: months > 12 ? "ramp" : kind === "monthly" || kind === "quarterly" ? kind : "annual",
    months,
    month,
    dayOfMonth,
    endsOn: kind === "monthly" ? null : addDays(timeline.dayAt(month + months, dayOfMonth), -1),
    inTotal:
      kind === "annual" &&
      !customer.script &&
      customer.profile.segment === "Enterprise" &&
      random.chance(1_500),
  };
}

function planOf({ customer, random }: Beginning) {
  const [essentials, professional] = customer.profile.plan;
  const at = random.between(1, 100);
  return customer.script?.plan ?? plans[at <= essentials ? 0 : at <= essentials + professional ? 1 : 2];
}

/** A customer's first contract, or its first after it came back; nothing when that would start after today. */
export function begin(beginning: Beginning, month: number, sizeUsd: number): Life | null {
  const { customer, book, timeline, random } = beginning;
  const startsOn = timeline.dayAt(month, customer.dayOfMonth);
  const contract = contractOf(beginning, month);
  const plan = planOf(beginning);
  const discount = random.between(...customer.profile.discount);
  const usdCents = discounted(listPrice(plan, "USD", month), discount);
  const quantity = Math.max(2, Math.floor((sizeUsd * 100) / (usdCents * 12)));
  const sourcedBy = random.chance(550) ? null : customer.sellers.newBusiness;
  const signing = { startsOn, signedOn: addDays(startsOn, -random.between(2, 24)), sourcedBy };
  if (startsOn > timeline.today) return null;

  const { currency, region } = customer;
  const of = { region, currency, discount, month };
  const ramp = contract.cadence === "ramp";
  const firstYear = ramp ? { endsOn: addDays(timeline.dayAt(month + 12, contract.dayOfMonth), -1) } : {};
  const netCents = discounted(listPrice(plan, currency, month), discount);
  const total = contract.inTotal
    ? { pricedInTotal: true, totalCents: quantity * netCents * 12 }
    : customer.profile.segment === "Enterprise"
      ? { totalCents: quantity * netCents * 12 }
      : {};
  const main = hold(book, contract, { ...of, product: plan, quantity }, signing, { ...firstYear, ...total });
  const life: Life = { ...beginning, contract, holdings: [main], steps: [] };
  if (ramp) life.steps = rampSteps(life, main, signing.signedOn, sourcedBy);
  if (random.chance(2_200))
    life.holdings.push(hold(book, contract, { ...of, product: random.pick(modules), quantity }, signing));
  extras(life, quantity, signing);
  return life;
}

/** What comes beside a first contract and carries no ARR: implementation work and metered usage. */
function extras(life: Life, quantity: number, signing: Parameters<typeof hold>[3]): void {
  const { book, contract, customer, random } = life;
  const { region, currency } = customer;
  const terms = { region, currency, billing: { unit: "month", count: 1 }, renews: null, ...signing } as const;
  if (customer.profile.segment !== "Small business" && random.chance(4_500)) {
    const product = random.pick(oneTime);
    const totalCents = product.listCents * Math.max(8, Math.floor(quantity / 3));
    const endsOn = addDays(signing.startsOn, random.between(40, 100));
    const price = { netCents: totalCents, listCents: totalCents, totalCents, pricedInTotal: true };
    sign(book, { ...terms, ...price, product, quantity: 1, endsOn });
  }
  if (random.chance(900)) {
    const cents = listPrice(usage, currency, contract.month);
    const units = random.between(4, 60);
    const endsOn = contract.endsOn;
    sign(book, { ...terms, product: usage, quantity: units, netCents: cents, listCents: cents, endsOn });
  }
}
