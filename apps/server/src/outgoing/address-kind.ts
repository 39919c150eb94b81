import { BlockList } from "node:net";
import { plainAddress } from "../edge/ip-address.ts";

/** Who is behind an address: this machine, anybody on the public internet, or something that no request of ours may reach. */
export type AddressKind = "public" | "loopback" | "inside";

// IANA special-purpose registries; what is not public there is inside. https://www.iana.org/assignments/iana-ipv4-special-registry
const insideV4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10], // carrier-grade NAT
  ["169.254.0.0", 16], // link-local, and with it the metadata addresses of clouds
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24], // relays of 6to4
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;
// Of IPv6 only 2000::/3 is given out; NAT64, mapped, local, link-local and multicast addresses all lie outside it.
const insideV6 = [
  ["2001::", 23], // Teredo and other protocols that carry another address inside
  ["2001:db8::", 32],
  ["2002::", 16], // 6to4 carries an IPv4 address inside
  ["3fff::", 20],
] as const;

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");
const givenOut = new BlockList();
givenOut.addSubnet("2000::", 3, "ipv6");
const inside = new BlockList();
for (const [net, prefix] of insideV4) inside.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of insideV6) inside.addSubnet(net, prefix, "ipv6");

/** The kind of an address in text; what cannot be read is inside, so that it is not reached. An IPv4 address mapped into IPv6 counts as inside too: no name service gives one in good faith. */
export function addressKind(text: string): AddressKind {
  const plain = plainAddress(text);
  if (plain === null) return "inside";
  const { family, address } = plain;
  if (family === "ipv4" && text.includes(":")) return "inside";
  if (loopback.check(address, family)) return "loopback";
  if (inside.check(address, family)) return "inside";
  return family === "ipv4" || givenOut.check(address, family) ? "public" : "inside";
}
