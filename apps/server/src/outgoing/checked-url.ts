import { Failure } from "@termwise/core/kernel";
import { addressKind } from "./address-kind.ts";
import type { Resolve, ResolvedAddress } from "./resolve-host.ts";

/** What may be reached: loopback only when said so, and which ports elsewhere. */
export interface Reach {
  /** Loopback addresses are allowed too, at any port and by plain http; for settings of this machine's own administrator. */
  readonly loopback: boolean;
  readonly ports: readonly number[];
}

/** An address that may be fetched, with the machines it leads to; the connection goes to one of these and nowhere else. */
export interface CheckedUrl {
  readonly url: URL;
  readonly addresses: readonly ResolvedAddress[];
  readonly kind: "public" | "loopback";
}

/** Checks an address and what its host resolves to; throws `refused` when it may not be fetched, `unavailable` when its host is not found. */
export async function checkUrl(address: string, reach: Reach, resolve: Resolve): Promise<CheckedUrl> {
  if (!URL.canParse(address)) throw new Failure("refused", "This is not an address that can be fetched");
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new Failure("refused", "Only https addresses can be fetched");
  if (url.username !== "" || url.password !== "")
    throw new Failure("refused", "The address must not hold a user name or a password");
  const addresses = await resolve(bareHost(url));
  const kind = oneKind(addresses);
  if (kind === "inside" || (kind === "loopback" && !reach.loopback))
    throw new Failure("refused", "The address leads to a machine that must not be reached from here");
  if (kind === "public" && url.protocol !== "https:")
    throw new Failure("refused", "Only https addresses can be fetched");
  if (kind === "public" && !reach.ports.includes(portOf(url)))
    throw new Failure("refused", `Only port ${reach.ports.join(" or ")} can be fetched from`);
  return { url, addresses, kind };
}

/** One kind for all addresses of a host; a host that leads to several kinds at once is up to something. */
function oneKind(addresses: readonly ResolvedAddress[]): "public" | "loopback" | "inside" {
  const kinds = new Set(addresses.map(({ address }) => addressKind(address)));
  const [kind = "inside"] = kinds;
  return kinds.size === 1 ? kind : "inside";
}

const bareHost = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, "$1");
const portOf = (url: URL): number =>
  url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
