import { z } from "zod";

/** The choices of plays: how fast a play has to begin, what sets off the usual save play, and how likely a loss is taken to be. */
export const PlayPolicy = z.strictObject({
  savePlayHours: z.int().min(1).max(336).default(48),
  savePlayBelow: z.int().min(1).max(100).default(40),
  savePlayDays: z.int().min(1).max(60).default(14),
  lossNear: z.int().min(1).max(50).default(10),
  lossPriorRenewals: z.int().min(1).max(100).default(10),
});
/** The choices of plays. */
export type PlayPolicy = z.infer<typeof PlayPolicy>;

/** The choices as they are where nobody made others. */
export const housePlayPolicy: PlayPolicy = PlayPolicy.parse({});
