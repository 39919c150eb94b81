import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";
import { trustedProxies } from "./trusted-proxies.ts";

const trusted = trustedProxies("10.0.0.0/8, 2001:db8:ffff::/48,192.0.2.1");
const proxy = { remoteAddress: "::ffff:10.0.0.1" };
const none = { forwarded: undefined, xForwardedFor: undefined };
const through = (xForwardedFor: string, peer = proxy) =>
  clientAddress(peer, { ...none, xForwardedFor }, trusted);
const throughForwarded = (forwarded: string) => clientAddress(proxy, { ...none, forwarded }, trusted);

describe("a socket whose other end is no trusted proxy", () => {
  it("tells the address itself, whatever the headers say", () => {
    const peer = { remoteAddress: "198.51.100.7" };
    const headers = { forwarded: "for=203.0.113.9", xForwardedFor: "203.0.113.9" };
    expect(clientAddress(peer, headers, trusted)).toEqual({
      address: "198.51.100.7",
      bucket: "198.51.100.7",
    });
    expect(clientAddress(proxy, headers, trustedProxies(undefined)).address).toBe("10.0.0.1");
  });

  it("is counted by its /64 over IPv6 and by its IPv4 address when mapped", () => {
    expect(clientAddress({ remoteAddress: "2001:db8:1:2:aaaa::1" }, none, trusted)).toEqual({
      address: "2001:db8:1:2:aaaa::1",
      bucket: "2001:db8:1:2::/64",
    });
    expect(clientAddress({ remoteAddress: "::ffff:198.51.100.7" }, none, trusted).bucket).toBe(
      "198.51.100.7",
    );
  });
});

describe("behind a trusted proxy", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["1.1.1.1, 2.2.2.2, 203.0.113.9", "203.0.113.9"],
    ["1.1.1.1, 203.0.113.9, 10.1.2.3, 192.0.2.1", "203.0.113.9"],
    ["203.0.113.9:4711", "203.0.113.9"],
    ["[2001:DB8::9]:4711", "2001:db8::9"],
    ["2001:db8::9", "2001:db8::9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["garbage, unknown,, 203.0.113.9", "203.0.113.9"],
    ["10.1.1.1, 10.2.2.2", "10.1.1.1"],
  ])("X-Forwarded-For: %s is a call from %s", (header, address) => {
    expect(through(header).address).toBe(address);
  });

  it.each([
    ["for=203.0.113.9", "203.0.113.9"],
    ['proto=https;For="[2001:db8::9]:4711";by=10.0.0.1', "2001:db8::9"],
    ['for=1.1.1.1, for="203.0.113.9:80";proto=http, for=10.1.1.1', "203.0.113.9"],
  ])("Forwarded: %s is a call from %s", (header, address) => {
    expect(throughForwarded(header).address).toBe(address);
  });

  it("nothing written to the left of the caller's own address changes anything (SEC-8)", () => {
    const hop = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.string(),
      fc.constantFrom("unknown", "10.0.0.1", "", "for=1.1.1.1"),
    );
    fc.assert(
      fc.property(fc.array(hop, { maxLength: 40 }), (spoofed) => {
        expect(through([...spoofed, "203.0.113.9"].join(", ")).bucket).toBe("203.0.113.9");
      }),
    );
  });

  it("a second header that says otherwise wins nothing: the proxy itself is the caller", () => {
    const headers = { forwarded: "for=6.6.6.6", xForwardedFor: "203.0.113.9" };
    expect(clientAddress(proxy, headers, trusted).address).toBe("10.0.0.1");
    const same = { forwarded: "for=203.0.113.9", xForwardedFor: "203.0.113.9" };
    expect(clientAddress(proxy, same, trusted).address).toBe("203.0.113.9");
  });

  it("a call without any header is the proxy's own", () => {
    expect(clientAddress(proxy, none, trusted).address).toBe("10.0.0.1");
  });

  it("a header of a million hops is read from its end", () => {
    expect(through(`${"1.1.1.1,".repeat(1_000_000)}203.0.113.9`).address).toBe("203.0.113.9");
  });
});

describe("a caller whose address is not known", () => {
  it("has a bucket of its own for as long as the connection lasts, never one shared with others", () => {
    const [one, other] = [{}, {}];
    const bucket = clientAddress(one, none, trusted).bucket;
    expect(clientAddress(one, none, trusted)).toEqual({ address: null, bucket });
    expect(clientAddress(other, none, trusted).bucket).not.toBe(bucket);
  });

  it("is also one whom the proxy itself does not name", () => {
    for (const hop of ["unknown", "_hidden", ""]) expect(through(`1.1.1.1, ${hop}`).address).toBeNull();
    expect(throughForwarded("for=unknown").bucket).not.toBe(
      clientAddress({ ...proxy }, { ...none, forwarded: "for=unknown" }, trusted).bucket,
    );
  });
});

describe("TRUSTED_PROXY", () => {
  it.each([
    "proxy.example",
    "10.0.0.0/33",
    "10.0.0.0/x",
    "10.0.0.0/8/8",
    "0.0.0.0/0",
    "::/0",
    "10.0.0.1 10.0.0.2",
  ])("%s cannot be used, and is named", (setting) => {
    expect(() => trustedProxies(`10.0.0.1,${setting}`)).toThrow(`"${setting}" is neither`);
  });

  it("holds single addresses and networks of both kinds", () => {
    for (const address of ["10.255.0.1", "2001:db8:ffff::1", "192.0.2.1", "::ffff:192.0.2.1"])
      expect(trusted(address)).toBe(true);
    for (const address of ["11.0.0.1", "2001:db8:fffe::1", "192.0.2.2", "unknown", ""])
      expect(trusted(address)).toBe(false);
  });
});
