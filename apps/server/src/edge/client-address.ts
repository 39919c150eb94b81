import { randomUUID } from "node:crypto";
import { type ForwardedHeaders, forwardedHops } from "./forwarded-hops.ts";
import { network64, type PlainAddress, plainAddress } from "./ip-address.ts";
import type { IsTrusted } from "./trusted-proxies.ts";

/** Who is calling, as far as the network tells. */
export interface ClientAddress {
  /** The plain address, for the audit's origin; nothing when it is not known. */
  readonly address: string | null;
  /** What limits are counted by: the IPv4 address, the /64 of an IPv6 address, or this one connection. */
  readonly bucket: string;
}

/** The part of a socket that tells who is at its other end. */
export interface Peer {
  readonly remoteAddress?: string | undefined;
}

/**
 * The address of a request's client: the other end of the socket, or, when that is a trusted proxy, the last address in
 * its header that is not a trusted proxy itself. What stands before that one anybody can write, so it is never read.
 */
export function clientAddress(peer: Peer, headers: ForwardedHeaders, isTrusted: IsTrusted): ClientAddress {
  let nearest = plainAddress(peer.remoteAddress ?? "");
  const hops = nearest && isTrusted(nearest.address) ? (forwardedHops(headers) ?? []) : [];
  for (const hop of hops.reverse()) {
    nearest = plainAddress(hop);
    if (nearest === null || !isTrusted(nearest.address)) break;
  }
  return nearest === null ? unknownClient(peer) : { address: nearest.address, bucket: bucketOf(nearest) };
}

const bucketOf = ({ family, address }: PlainAddress): string =>
  family === "ipv4" ? address : network64(address);

const connections = new WeakMap<Peer, string>();

/** Strangers each have a bucket for their connection: in a shared one, one could lock all others out. */
function unknownClient(peer: Peer): ClientAddress {
  const bucket = connections.get(peer) ?? `connection:${randomUUID()}`;
  connections.set(peer, bucket);
  return { address: null, bucket };
}
