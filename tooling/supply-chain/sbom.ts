// A software bill of materials in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/). The same packages give the
// same bytes: no serial number, and a time only where SOURCE_DATE_EPOCH (seconds, reproducible-builds.org) sets it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@termwise/architecture/source-files";
import { type LockedPackage, lockedPackages } from "./locked-packages.ts";
import { type ShippedPackage, shippedPackages } from "./shipped-packages.ts";

interface Component {
  type: "application" | "library";
  "bom-ref": string;
  name: string;
  version: string;
  purl: string;
  hashes?: { alg: "SHA-512"; content: string }[];
  licenses?: ({ license: { id: string } } | { expression: string })[];
  properties?: { name: string; value: string }[];
}

export interface Sbom {
  $schema: string;
  bomFormat: "CycloneDX";
  specVersion: "1.6";
  version: 1;
  metadata: { timestamp?: string; component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/** The package URL of a package of the npm registry (https://github.com/package-url/purl-spec). */
const purl = (name: string, version: string) => `pkg:npm/${name.replace(/^@/, "%40")}@${version}`;

const purlOf = (spec: string) =>
  purl(spec.slice(0, spec.lastIndexOf("@")), spec.slice(spec.lastIndexOf("@") + 1));

const hex = (integrity: string) => Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex");

function component(shipped: ShippedPackage, locked: ReadonlyMap<string, LockedPackage>): Component {
  const { name, version, licence } = shipped;
  const integrity = locked.get(`${name}@${version}`)?.resolution.match(/sha512-[^,}]+/)?.[0];
  const ref = purl(name, version);
  return {
    type: "library",
    "bom-ref": ref,
    name,
    version,
    purl: ref,
    ...(integrity && !shipped.ours ? { hashes: [{ alg: "SHA-512", content: hex(integrity) }] } : {}),
    ...(licence
      ? { licenses: [/\s/.test(licence) ? { expression: licence } : { license: { id: licence } }] }
      : {}),
    properties: shipped.shippedIn.map((app) => ({ name: "termwise:shipped-in", value: app })),
  };
}

/** The bill of what the server bundle and the web app are made of. `epoch` is SOURCE_DATE_EPOCH, or null. */
export function sbom(epoch: number | null): Sbom {
  const { name, version, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const ref = purl(name, version);
  const locked = new Map(lockedPackages().map((entry) => [`${entry.name}@${entry.version}`, entry]));
  const packages = shippedPackages();
  const apps = packages.filter((shipped) => ["@termwise/server", "@termwise/web"].includes(shipped.name));
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      ...(epoch === null ? {} : { timestamp: new Date(epoch * 1000).toISOString() }),
      component: {
        type: "application",
        "bom-ref": ref,
        name,
        version,
        purl: ref,
        licenses: [{ license: { id: license } }],
      },
    },
    components: packages.map((shipped) => component(shipped, locked)),
    dependencies: [
      { ref, dependsOn: apps.map((app) => purl(app.name, app.version)) },
      ...packages.map(({ name, version, uses }) => ({
        ref: purl(name, version),
        dependsOn: uses.map(purlOf),
      })),
    ],
  };
}
