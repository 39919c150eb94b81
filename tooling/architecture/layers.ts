// What may import what. This table is the architecture; layers.test.ts holds it.

/** Packages of ours that a package may import. `types` marks those it may import only as types. */
export const packages: Record<string, { may: string[]; types?: string[] }> = {
  // Its own name is for its examples; the linter keeps it out of the source.
  "packages/core": { may: ["core"] },
  "packages/db": { may: ["core"] },
  "packages/demo": { may: ["core"] },
  "apps/server": { may: ["core", "db", "demo"] },
  "apps/web": { may: ["core"], types: ["server"] },
  "tests/setup": { may: [] },
  "tests/browser": { may: ["core"] },
  "tests/package": { may: ["core"] },
  "tooling/architecture": { may: [] },
  "tooling/supply-chain": { may: ["architecture"] },
  bench: { may: ["core", "db", "demo", "server", "test-setup"] },
};

/** Modules of packages/core/src, in the order data flows: each imports only from those before it and from itself. */
export const coreModules = [
  "kernel",
  "access",
  "glossary",
  "facts",
  "ledger",
  "retention",
  "retention/columns",
  "closing",
  "review",
  "people",
  "coverage",
  "lifecycle",
  "handoff",
  "divergence",
  "work",
  "finance",
  "quality",
  "releases",
  "surveys",
  "support",
  "adoption",
  "usage",
  "health",
  "plays",
  "compensation",
  "vocabulary",
  "registry",
  "governance",
  "conformance",
];

/** Folders of apps/web/src: what each may import besides itself. A feature never imports another feature. */
export const webFolders: Record<string, string[]> = {
  lib: ["ui", "charts"],
  ui: ["lib", "charts"],
  charts: ["lib", "ui"],
  features: ["lib", "ui", "charts"],
  app: ["lib", "ui", "charts", "features"],
};

/** Only tests and benches may import these: test set-up of the house, and what a package offers to tests. */
export const forTestsOnly = ["@termwise/test-setup", "@termwise/db/testing", "@termwise/server/for-benches"];
