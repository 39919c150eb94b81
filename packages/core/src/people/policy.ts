import { z } from "zod";

/** After how long people count as out of touch. */
export const PeoplePolicy = z.strictObject({
  /** A key stakeholder counts as reachable for this many days after a touchpoint with them. */
  reachableDays: z.int().min(1).max(366).default(90),
  /** Before a renewal the sponsor counts as out of touch after this many days. */
  sponsorQuietDays: z.int().min(1).max(366).default(60),
  /** How many days before the renewal one looks at the sponsor. */
  sponsorWatchDays: z.int().min(1).max(366).default(120),
});
/** After how long people count as out of touch. */
export type PeoplePolicy = z.infer<typeof PeoplePolicy>;

/** What the house holds people to. */
export const housePeoplePolicy: PeoplePolicy = PeoplePolicy.parse({});
