import { addDays, type Day } from "@termwise/core/kernel";
import { listPrice, neighbourPlan } from "./catalogue.ts";
import { restate } from "./contract-book.ts";
import { amend, type Contract, discounted, type Holding, renewHolding, type Signing } from "./holding.ts";
import type { Life } from "./life.ts";
import { inOffice } from "./people.ts";
import { rampSteps } from "./ramp.ts";
import { climateOf } from "./segments.ts";

/** Price rises at renewal are held to this share of the price before, in basis points. */
const mostARise = 900;

/** Renews everything held into a new term; false when that would start after today. */
export function renew(life: Life, month: number, endsOn: Day): boolean {
  const { contract, timeline, random, customer } = life;
  const late = lateness(life);
  const startsOn = addDays(endsOn, 1 + late);
  const signedOn =
    late > 0 ? addDays(startsOn, -random.between(0, 2)) : addDays(startsOn, -random.between(4, 55));
  const renewer = inOffice(customer.sellers.growth, customer.profile.segment, month);
  const sourcedBy = random.chance(500) ? null : renewer;
  if (startsOn > timeline.today) return false;

  const next = nextContract(life, month);
  const withinTheYear = contract.cadence === "quarterly" && (month - customer.startMonth) % 12 !== 0;
  const kept: Holding[] = [];
  for (const holding of life.holdings) {
    if (!withinTheYear && kept.length > 0 && dropped(life, month)) {
      if (contract.endsOn !== null)
        for (const line of [holding.head, ...holding.added])
          restate(
            life.book,
            line,
            { noticeOn: addDays(endsOn, -30), autoRenew: false },
            addDays(endsOn, -30),
          );
      else restate(life.book, holding.head, { endsOn, autoRenew: false }, endsOn);
      continue;
    }
    const before = { ...holding };
    if (!withinTheYear) revise(life, holding, month, kept.length === 0);
    continueInto(life, next, holding, before, { startsOn, signedOn, sourcedBy });
    kept.push(holding);
  }
  life.contract = next;
  life.holdings = kept;
  const main = kept[0];
  life.steps = next.cadence === "ramp" && main ? rampSteps(life, main, signedOn, sourcedBy) : [];
  return true;
}

/** Days between the end of the old term and the start of the new one: mostly none. */
function lateness({ contract, random, customer }: Life): number {
  if (contract.cadence === "monthly" || customer.script) return 0;
  const perYear = contract.cadence === "quarterly" ? 4 : 1;
  if (random.chance(Math.floor(900 / perYear))) return random.between(3, 29);
  if (random.chance(Math.floor(200 / perYear))) return random.between(33, 80);
  return 0;
}

function nextContract({ contract, random, timeline }: Life, month: number): Contract {
  const toAnnual =
    (contract.cadence === "monthly" && random.chance(800)) ||
    (contract.cadence === "ramp" && random.chance(6_000));
  const cadence = toAnnual ? "annual" : contract.cadence;
  const months = toAnnual ? 12 : contract.months;
  const endsOn =
    cadence === "monthly" ? null : addDays(timeline.dayAt(month + months, contract.dayOfMonth), -1);
  return { ...contract, cadence, months, month, endsOn };
}

const dropped = ({ customer, random }: Life, month: number): boolean =>
  !customer.script && random.chance(4 * climateOf(month).losses);

/** New price book, a little less discount; and what the customer changes at its renewal: seats or plan. */
function revise(life: Life, holding: Holding, month: number, main: boolean): void {
  const { customer, random } = life;
  const { losses, growth } = climateOf(month);
  const scripted = customer.script?.events.find((event) => event.at === month);
  const calm = customer.script !== null;
  if (main && !calm && random.chance(Math.floor((customer.profile.downgrade * losses) / 100))) {
    const lower = neighbourPlan(holding.product, -1);
    if (lower) {
      holding.product = lower;
      holding.listCents = listPrice(lower, holding.currency, month);
      holding.netCents = discounted(holding.listCents, holding.discount);
      return;
    }
  }
  if (!calm && random.chance(350))
    holding.discount = Math.min(3_500, holding.discount + random.between(300, 900));
  else holding.discount = Math.max(0, holding.discount - random.between(0, 120));
  holding.listCents = listPrice(holding.product, holding.currency, month);
  const asked = discounted(holding.listCents, holding.discount);
  holding.netCents = Math.min(asked, discounted(holding.netCents, -mostARise));
  if (!main) return;
  if (
    scripted?.does === "fewer" ||
    (!calm && random.chance(Math.floor((customer.profile.fewerSeats * losses) / 100)))
  ) {
    const by = scripted?.by ?? random.between(8, 26);
    holding.quantity = Math.max(2, holding.quantity - Math.ceil((holding.quantity * by) / 100));
  } else if (scripted?.does === "seats" || (!calm && random.chance(12 * growth))) {
    const by = scripted?.by ?? random.between(...customer.profile.moreSeatsBy);
    holding.quantity += Math.max(1, Math.floor((holding.quantity * by) / 100));
  }
}

function continueInto(life: Life, next: Contract, holding: Holding, before: Holding, signing: Signing): void {
  const { contract, timeline } = life;
  if (contract.cadence === "monthly") {
    const change = { quantity: holding.quantity, netCents: holding.netCents, listCents: holding.listCents };
    const same =
      next.cadence === "monthly" &&
      change.quantity === before.quantity &&
      change.netCents === before.netCents &&
      holding.product === before.product;
    if (!same) amend(life.book, next, holding, change, signing);
    return;
  }
  const yearly = holding.quantity * holding.netCents * 12;
  const main = holding === life.holdings[0];
  const firstYear =
    next.cadence === "ramp" && main
      ? { endsOn: addDays(timeline.dayAt(next.month + 12, next.dayOfMonth), -1), totalCents: yearly }
      : {};
  const total = next.inTotal && main ? { pricedInTotal: true, totalCents: yearly } : {};
  renewHolding(life.book, next, holding, signing, { ...firstYear, ...total });
}
