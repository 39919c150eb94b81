import { randomText } from "@termwise/db";

/** Ids a request speaks of: of things that are there, that are another workspace's, or that are nowhere. */
export interface Ids {
  readonly account: string;
  readonly import: string;
  readonly member: string;
  readonly invitation: string;
  readonly key: string;
  readonly grant: string;
  readonly contact: string;
  readonly entry: string;
  readonly session: string;
}

/** Ids of the right form of nothing at all. */
export function idsOfNothing(): Ids {
  const id = (prefix: string) => `${prefix}_${randomText()}`;
  return {
    account: id("acc"),
    import: id("imp"),
    member: id("mem"),
    invitation: id("inv"),
    key: id("key"),
    grant: id("grant"),
    contact: id("con"),
    entry: id("ent"),
    session: id("ses"),
  };
}

/** What makes an input out of ids. */
export type Sample = (ids: Ids) => unknown;
