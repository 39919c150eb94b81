import { addDays, type Currency, type Day } from "@termwise/core/kernel";
import {
  furtherProducts,
  listPrice,
  modules,
  neighbourPlan,
  type Product,
  plans,
  recurringServices,
} from "./catalogue.ts";
import { addSeatsOnCoTerm, amend, discounted, hold, type Signing } from "./holding.ts";
import type { Life } from "./life.ts";
import { inOffice } from "./people.ts";
import { salesRegions } from "./places.ts";
import { climateOf } from "./segments.ts";

/** Kinds of change within a term. */
export type Change = "seats" | "fewer" | "module" | "cross" | "region" | "upgrade";

/** What happens to a customer's contract in one month of its term: at most one change. */
export function growth(life: Life, month: number, on: Day): void {
  const scripted = life.customer.script?.events.find((event) => event.at === month);
  const does = scripted?.does ?? drawn(life, month);
  if (does) change(life, does, month, on, scripted?.by);
}

const often = ["moreSeats", "module", "crossSell", "region", "upgrade"] as const;
const changeOf: Readonly<Record<(typeof often)[number], Change>> = {
  moreSeats: "seats",
  module: "module",
  crossSell: "cross",
  region: "region",
  upgrade: "upgrade",
};

function drawn({ customer, contract, random }: Life, month: number): Change | null {
  const { profile, script } = customer;
  if (script && !script.grows) return null;
  const { growth: more, losses } = climateOf(month);
  const found = often.find((chance) => random.chance(Math.floor((profile[chance] * more) / 100)));
  if (found) return changeOf[found];
  const share = contract.cadence === "monthly" ? 9 : 40;
  return !script && random.chance(Math.floor((profile.fewerSeats * losses) / (100 * share))) ? "fewer" : null;
}

function change(life: Life, does: Change, month: number, on: Day, by?: number): void {
  const { random, customer } = life;
  const byAe = does === "cross" || does === "region" ? 4_500 : 1_200;
  const grower = inOffice(customer.sellers.growth, customer.profile.segment, month);
  const seller = random.chance(byAe) ? customer.sellers.newBusiness : grower;
  const sourcedBy = random.chance(700) ? null : seller;
  const signing = { startsOn: on, signedOn: addDays(on, -random.between(0, 12)), sourcedBy };
  if (does === "seats") moreSeats(life, signing, by);
  else if (does === "fewer") fewerSeats(life, signing, by);
  else if (does === "upgrade") upgrade(life, month, signing);
  else if (does === "region") region(life, month, signing, by);
  else
    further(
      life,
      does === "module" ? [...modules, ...recurringServices] : furtherProducts,
      month,
      signing,
      by,
    );
}

/** Ramps and contracts priced in total are not reopened mid-term: they only gain lines beside them. */
const reopens = ({ contract }: Life): boolean => contract.cadence !== "ramp" && !contract.inTotal;

function moreSeats(
  { book, contract, holdings, random, customer }: Life,
  signing: Signing,
  by?: number,
): void {
  const main = holdings[0];
  if (!main) return;
  const share = by ?? random.between(...customer.profile.moreSeatsBy);
  const more = Math.max(1, Math.floor((main.quantity * share) / 100));
  const reopened = contract.cadence !== "ramp" && !contract.inTotal && random.chance(5_000);
  if (contract.cadence === "monthly" || reopened)
    amend(book, contract, main, { quantity: main.quantity + more }, signing);
  else addSeatsOnCoTerm(book, contract, main, more, signing);
}

function fewerSeats(life: Life, signing: Signing, by?: number): void {
  const { book, contract, holdings, random } = life;
  const main = holdings[0];
  if (!main || !reopens(life)) return;
  const less = Math.ceil((main.quantity * (by ?? random.between(8, 20))) / 100);
  if (main.quantity - less < 2) return;
  amend(book, contract, main, { quantity: main.quantity - less }, signing);
}

function upgrade(life: Life, month: number, signing: Signing): void {
  const main = life.holdings[0];
  const product = main && neighbourPlan(main.product, 1);
  if (!main || !product || !reopens(life)) return;
  const listCents = listPrice(product, main.currency, month);
  const netCents = Math.max(main.netCents, discounted(listCents, main.discount));
  amend(life.book, life.contract, main, { product, netCents, listCents }, signing);
}

/** The same product for a team in another region; abroad it is sometimes sold in that region's currency. */
function region(life: Life, month: number, signing: Signing, by?: number): void {
  const { book, contract, holdings, random, customer } = life;
  const main = holdings[0];
  const free = salesRegions.filter(({ name }) => !holdings.some((held) => held.region === name));
  if (!main || free.length === 0) return;
  const chosen = random.pick(free);
  const currency: Currency = random.chance(5_500) ? chosen.currency : customer.currency;
  const quantity = Math.max(3, Math.floor((main.quantity * (by ?? random.between(15, 35))) / 100));
  const { product, discount } = main;
  holdings.push(
    hold(book, contract, { product, region: chosen.name, currency, quantity, discount, month }, signing),
  );
}

function further(life: Life, from: readonly Product[], month: number, signing: Signing, by?: number): void {
  const { book, contract, holdings, random } = life;
  const main = holdings[0];
  const free = from.filter((product) => !holdings.some((held) => held.product.family === product.family));
  if (!main || free.length === 0 || !plans.some((plan) => plan.name === main.product.name)) return;
  const product = random.pick(free);
  const share = by ?? (product.kind === "core" ? random.between(35, 90) : 100);
  const quantity = Math.max(2, Math.floor((main.quantity * share) / 100));
  const { region: sold, currency, discount } = main;
  holdings.push(
    hold(book, contract, { product, region: sold, currency, quantity, discount, month }, signing),
  );
}
