import { money } from "../../lib/format.ts";
import type { Outputs } from "../../lib/trpc.ts";

/** Every feature with how customers take to it. */
export type Adoption = Outputs["features"]["adoption"];
/** A feature with how customers take to it. */
export type FeatureRow = Adoption["features"][number];
/** One feature with every customer, where it stands with it. */
export type FeatureDetail = Outputs["features"]["feature"];
/** A customer with where it stands. */
export type FeatureAccount = FeatureDetail["accounts"][number];
/** What use tells beside adoption. */
export type Signals = Outputs["features"]["signals"];

/** Where an account stands with a feature, in words, from the furthest. */
export const stateNames = {
  adopted: "Adopted",
  trying: "Trying",
  lapsed: "Lapsed",
  eligible: "Not tried",
  not_eligible: "Not entitled",
} as const;
/** Where an account stands with a feature. */
export type State = keyof typeof stateNames;
/** All of them, from the furthest. */
export const states = Object.keys(stateNames) as State[];

/** The name of a state at a feature: where nobody agreed what active use is, nobody can be trying to come to it. */
export const stateName = (state: State, agreed: boolean): string =>
  state === "trying" && !agreed ? "Used it" : stateNames[state];

/** The look of where it stands. */
export const stateTones = {
  not_eligible: "neutral",
  eligible: "neutral",
  trying: "info",
  adopted: "positive",
  lapsed: "warning",
} as const;

/** An amount, or a dash where there is no currency yet. */
export const amount = (minor: string, currency: string | null): string =>
  currency === null ? "—" : money(minor, currency, { whole: true });

/** A share as words: `93.5 %`, or a dash. */
export const shareWords = (value: string | null): string => (value === null ? "—" : `${value}\u00a0%`);
