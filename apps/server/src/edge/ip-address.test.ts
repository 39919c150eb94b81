import fc from "fast-check";
import { expect, it } from "vitest";
import { network64, plainAddress } from "./ip-address.ts";

it.each([
  ["192.0.2.7", "192.0.2.7"],
  [" 192.0.2.7 ", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::FFFF:c000:0207", "192.0.2.7"],
  ["2001:0DB8:0000:0000:0000:0000:0000:0001", "2001:db8::1"],
  ["fe80::1%eth0", "fe80::1"],
  ["::1", "::1"],
])("%s is %s", (text, address) => {
  expect(plainAddress(text)?.address).toBe(address);
});

it.each(["", "unknown", "_hidden", "192.0.2", "192.0.2.256", "192.0.2.7:80", "[::1]", "1.2.3.4, 5.6.7.8"])(
  "%j is no address",
  (text) => {
    expect(plainAddress(text)).toBeNull();
  },
);

it.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8:0:5::", "2001:db8:0:5::/64"],
  ["::1", "0:0:0:0::/64"],
  ["64:ff9b::192.0.2.7", "64:ff9b:0:0::/64"],
])("%s is in the network %s", (address, network) => {
  expect(network64(address)).toBe(network);
});

it("two addresses share a network exactly when their first four groups are the same", () => {
  const group = fc.integer({ min: 0, max: 3 });
  const eight = fc.array(group, { minLength: 8, maxLength: 8 });
  const networkOf = (groups: number[]) =>
    network64(plainAddress(groups.map((n) => n.toString(16)).join(":"))?.address ?? "");
  fc.assert(
    fc.property(eight, eight, (a, b) => {
      const first = (groups: number[]) => groups.slice(0, 4).join(":");
      fc.pre(![a, b].some((groups) => groups.slice(0, 5).every((n) => n === 0)));
      expect(networkOf(a) === networkOf(b)).toBe(first(a) === first(b));
    }),
  );
});
