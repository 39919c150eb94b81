import type { FormContext } from "./entry-form-parts.ts";

/** What forms know in a test: as said, and nothing else. */
export function contextWith(said: Partial<FormContext> = {}): FormContext {
  return {
    today: "2026-11-20",
    accountName: "Northwind",
    termEndsOn: null,
    leftOn: null,
    earned: "won",
    holders: [
      { role: "csm", name: "Mara Kest" },
      { role: "ae", name: "Jo Park" },
    ],
    csManager: null,
    confirmers: [],
    expansions: [],
    criteria: {},
    ...said,
  };
}
