/** Most bytes, gzipped and without zod, that all of a module may take when it is bundled alone and minified. */
export const budgets: Readonly<Record<string, number>> = {
  kernel: 5_500,
  access: 8_000,
  glossary: 5_000,
  facts: 19_000,
  ledger: 25_000,
  retention: 54_000,
  "retention/columns": 17_000,
  closing: 62_000,
  people: 19_000,
  coverage: 26_000,
  lifecycle: 49_000,
  handoff: 43_000,
  divergence: 52_000,
  work: 35_000,
  finance: 21_000,
  releases: 4_000,
  surveys: 10_000,
  support: 4_500,
  adoption: 40_000,
  compensation: 6_500,
  vocabulary: 40_000,
  registry: 215_000,
  governance: 240_000,
  conformance: 215_000,
};
/** Most bytes of the archive that npm fetches. */
export const archiveBudget = 1_100_000;
