import { exactNumber } from "../../../lib/format.ts";

/** A number of per cent on an axis, to the hundredth: `112.5 %`. */
export const percentText = (value: number): string => `${exactNumber(value.toFixed(2))}\u00a0%`;
