import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { Failure } from "@termwise/core/kernel";

/** One address a host name leads to. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Finds all addresses of a host name; throws `unavailable` when there are none. */
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

/** Asks the system's resolver. A host that is an address already is its own answer. */
export const resolveHost: Resolve = async (host) => {
  const family = isIP(host);
  if (family === 4 || family === 6) return [{ address: host, family }];
  const found = await lookup(host, { all: true }).catch(() => []);
  if (found.length === 0) throw new Failure("unavailable", "The host of the address was not found");
  return found.map(({ address, family: of }) => ({ address, family: of === 6 ? 6 : 4 }));
};
