import { isIP, SocketAddress } from "node:net";

/** An address in its one plain form: IPv4 in dots (also when it came mapped into IPv6), IPv6 shortened, without a zone. */
export interface PlainAddress {
  readonly family: "ipv4" | "ipv6";
  readonly address: string;
}

/** A text as an address, or nothing when it is none. */
export function plainAddress(text: string): PlainAddress | null {
  const bare = text.trim().replace(/%.*$/, "");
  if (isIP(bare) === 4) return { family: "ipv4", address: bare };
  if (isIP(bare) !== 6) return null;
  const { address } = new SocketAddress({ address: bare, family: "ipv6" });
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  return mapped === undefined ? { family: "ipv6", address } : { family: "ipv4", address: mapped };
}

/** The /64 network of a plain IPv6 address, which one household or host holds whole: `2001:db8:1:2::/64`. */
export function network64(address: string): string {
  const [head = "", tail = ""] = address.split("::");
  const [before, after] = [groups(head), groups(tail)];
  const between = address.includes("::") ? Array(8 - before.length - after.length).fill("0") : [];
  const all = [...before, ...between, ...after];
  return `${all.slice(0, 4).join(":")}::/64`;
}

function groups(part: string): string[] {
  if (part === "") return [];
  // A tail in dots stands for two groups; which ones does not matter to the first four.
  return part.split(":").flatMap((group) => (group.includes(".") ? ["0", "0"] : [group]));
}
