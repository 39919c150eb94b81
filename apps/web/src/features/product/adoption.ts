import { money } from "../../lib/format.ts";
import type { Outputs } from "../../lib/trpc.ts";

/** Every feature with how customers take to it. */
export type Adoption = Outputs["features"]["adoption"];
/** A feature with how customers take to it. */
export type FeatureRow = Adoption["features"][number];

/** Where an account stands with a feature, in words. */
export const stateNames = {
  unused: "Not tried",
  tried: "Tried",
  adopted: "Adopted",
  lapsed: "Lapsed",
} as const;

/** The look of where it stands. */
export const stateTones = {
  unused: "neutral",
  tried: "info",
  adopted: "positive",
  lapsed: "warning",
} as const;

/** An amount, or a dash where there is no currency yet. */
export const amount = (minor: string, currency: string | null): string =>
  currency === null ? "—" : money(minor, currency, { whole: true });
