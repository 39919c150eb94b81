import { type CompanyName, companyNames } from "./company-names.ts";
import type { Customer } from "./life.ts";
import { ownersOf } from "./people.ts";
import { salesRegions } from "./places.ts";
import { type Random, randomOf } from "./random.ts";
import { arrivals, type SegmentProfile, segments } from "./segments.ts";
import { stories } from "./stories.ts";
import { publicBodies } from "./words.ts";

/** A customer with what is known of it beside its contracts. */
export interface Named extends Customer {
  readonly name: string;
  readonly industry: string;
  readonly segment: string;
  readonly owners: ReturnType<typeof ownersOf>;
}

/** Companies the sales team knows that never signed. */
export const prospectCount = 9;

/** Every company in the demo's books, customers first in the order they are numbered; the last are prospects. */
export function companies(seed: number): { customers: Named[]; prospects: Omit<Named, "profile">[] } {
  const random = randomOf(seed, "companies");
  const total = segments.reduce((sum, { accounts }) => sum + accounts, 0) + prospectCount;
  const names = companyNames(total, random, [...stories.map(({ name }) => name), "Fernhill"]);
  const drafts = segments.flatMap((profile) => {
    const written = stories.filter((story) => story.segment === profile.segment);
    return Array.from({ length: profile.accounts }, (_, i) => {
      const story = written[i];
      const body = publicBodies[i] ?? "";
      const drawn: CompanyName =
        story ??
        (profile.segment === "Public sector"
          ? { name: body, industry: "Public sector" }
          : (names.pop() ?? nameless));
      const arrival = arrivalOf(i, profile.accounts, random);
      return {
        profile,
        segment: profile.segment,
        name: drawn.name,
        industry: drawn.industry,
        at: story ? salesRegions[0].name : drawn.region,
        startMonth: story?.startMonth ?? arrival,
        landingUsd: story?.landingUsd ?? landingOf(profile, random),
        script: story?.script ?? null,
      };
    });
  });
  const numbered = random
    .shuffle(drafts)
    .map((draft, i) => ({ ...draft, ...circumstances(draft, i, random) }));
  const prospects = names.slice(0, prospectCount).map((drawn, i) => {
    const draft = {
      ...drawn,
      at: drawn.region,
      segment: random.pick(segments.slice(1, 4)).segment,
      script: null,
    };
    const start = { startMonth: -random.between(1, 8), landingUsd: 0 };
    return { ...draft, ...start, ...circumstances(draft, numbered.length + i, random) };
  });
  return { customers: numbered, prospects };
}

const nameless: CompanyName = { name: "", industry: "" };

function circumstances(of: { segment: string; at?: string | undefined }, index: number, random: Random) {
  let left = random.between(1, 100);
  const drawn = salesRegions.find((place) => {
    left -= place.weight;
    return left <= 0;
  });
  const place = salesRegions.find(({ name }) => name === of.at) ?? drawn ?? salesRegions[0];
  const owners = ownersOf(of.segment, random);
  return {
    number: String(1_001 + index),
    dayOfMonth: random.chance(6_500) ? 1 : random.between(2, 15),
    currency: place.currency,
    region: place.name,
    owners,
    sellers: { newBusiness: owners.ae, growth: owners.am ?? owners.csm ?? owners.ae },
  };
}

/** Accounts are spread evenly over a segment's history, so that chance does not empty a year. */
function arrivalOf(index: number, of: number, random: Random): number {
  const percent = Math.floor(((index * 2 + 1) * 50) / of);
  let before = 0;
  for (const stretch of arrivals) {
    before += stretch.percent;
    if (percent < before) return random.between(stretch.from, stretch.to);
  }
  return -1;
}

function landingOf(profile: SegmentProfile, random: Random): number {
  const tenth = random.between(0, profile.landing.length - 2);
  const low = profile.landing[tenth] ?? 0;
  const high = profile.landing[tenth + 1] ?? low;
  return random.between(Math.floor(low / 100), Math.floor(high / 100)) * 100;
}
