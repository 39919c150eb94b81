import type { Example } from "../glossary/index.ts";

/** The escalations of an account in few words, and the day that is asked about. */
export interface EscalationCase {
  readonly raised: readonly {
    readonly on: string;
    readonly reason: string;
    readonly closed?: string;
    readonly takenBack?: boolean;
  }[];
  readonly on: string;
}

const board = { on: "2026-06-04", reason: "Their board decides on Friday" };

/** Which escalation is open. */
export const escalationExamples: readonly Example<EscalationCase, string | null>[] = [
  {
    title: "Raised, and closed by nobody yet",
    given: { raised: [board], on: "2026-06-20" },
    expect: "Their board decides on Friday",
  },
  {
    title: "Closed with what came of it",
    given: { raised: [{ ...board, closed: "2026-06-12" }], on: "2026-06-20" },
    expect: null,
  },
  {
    title: "Closed, and raised again",
    given: {
      raised: [
        { ...board, closed: "2026-06-12" },
        { on: "2026-06-18", reason: "The CFO left" },
      ],
      on: "2026-06-20",
    },
    expect: "The CFO left",
  },
  {
    title: "Raised and taken back",
    given: { raised: [{ ...board, takenBack: true }], on: "2026-06-20" },
    expect: null,
  },
  {
    title: "Raised on a later day",
    given: { raised: [board], on: "2026-06-03" },
    expect: null,
  },
];
