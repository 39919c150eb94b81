import { read } from "@termwise/architecture/source-files";
import { describe, expect, it } from "vitest";
import { mayBeShipped } from "./licences.ts";
import { shippedPackages } from "./shipped-packages.ts";

const { allowed }: { allowed: string[] } = JSON.parse(read("security/licences.json"));

describe("licences", () => {
  it("of everything we ship are on the list of security/licences.json", () => {
    const packages = shippedPackages();
    expect(packages.length).toBeGreaterThan(50);
    expect(
      packages
        .filter(({ licence }) => !mayBeShipped(licence, allowed))
        .map(({ name, version, licence }) => `${name}@${version}: ${licence ?? "none stated"}`),
    ).toEqual([]);
  });

  it.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0-only)", true],
    ["GPL-3.0-only OR MIT", true],
    ["MIT AND ISC AND BSD-3-Clause", true],
    ["MIT AND GPL-3.0-only", false],
    ["(MIT OR Apache-2.0) AND AGPL-3.0-only", false],
    ["GPL-2.0-only WITH Classpath-exception-2.0", false],
    ["SEE LICENSE IN LICENSE.md", false],
    ["(MIT", false],
    ["", false],
    [null, false],
  ])("%s may be shipped: %s", (expression, may) => {
    expect(mayBeShipped(expression, allowed)).toBe(may);
  });
});
