import fc from "fast-check";
import { expect, it } from "vitest";
import { addressKind } from "./address-kind.ts";

it.each(["127.0.0.1", "127.255.255.254", "::1", "0:0:0:0:0:0:0:1"])("%s is this machine", (address) => {
  expect(addressKind(address)).toBe("loopback");
});

it.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "100.127.255.255",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "::ffff:a00:1",
  "::127.0.0.1",
  "64:ff9b::a00:1",
  "64:ff9b:1::1",
  "2001::1",
  "2001:db8::1",
  "2002:7f00:1::",
  "3fff::1",
  "fc00::1",
  "fd12:3456::1",
  "fe80::1",
  "fe80::1%lo",
  "fec0::1",
  "ff02::1",
  "not an address",
  "127.1",
  "2130706433",
  "0x7f.0.0.1",
  "",
])("%s must not be reached", (address) => {
  expect(addressKind(address)).toBe("inside");
});

it.each([
  "8.8.8.8",
  "100.63.255.255",
  "100.128.0.0",
  "172.15.0.1",
  "172.32.0.1",
  "192.169.0.1",
  "2606:4700::1111",
  "2a00:1450::1",
])("%s is public", (address) => {
  expect(addressKind(address)).toBe("public");
});

it("an address carried inside another is never public", () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.tuple(byte, byte, byte, byte), ([a, b, c, d]) => {
      const hex = [a * 256 + b, c * 256 + d].map((group) => group.toString(16)).join(":");
      for (const carrier of [
        `::ffff:${hex}`,
        `::ffff:${a}.${b}.${c}.${d}`,
        `::${hex}`,
        `64:ff9b::${hex}`,
        `2002:${hex}::`,
      ])
        expect(addressKind(carrier), carrier).not.toBe("public");
    }),
  );
});
