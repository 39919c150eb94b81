import type { Example } from "../glossary/index.ts";
import type { HandoffCase } from "./examples.ts";
import type { PlainEntry } from "./plain-handoff.ts";

const close: PlainEntry = { at: "2026-03-02T09:00:00Z", deal: "Northwind" };

const tracked = (now: string, report: string | null): HandoffCase => ({
  now,
  journal: [
    close,
    {
      at: "2026-03-04T10:00:00Z",
      milestones: [
        ["ERP integration", 30, false, "2026-03-31"],
        report === null ? ["First automated report", 45, true] : ["First automated report", 45, true, report],
        ["CFO dashboard", 60],
      ],
    },
  ],
});

/** Documents, and how what they promise stands on a day. */
export const milestoneExamples = [
  {
    scenario: "S-23",
    title: "On day 50 the first is done, the second is late, the third is open",
    given: tracked("2026-04-21", null),
    expect: [
      "ERP integration by 2026-04-01: done",
      "First automated report by 2026-04-16: late",
      "CFO dashboard by 2026-05-01: open",
    ],
  },
  {
    title: "On day 65 the second is done a day late, and the third has become late",
    given: tracked("2026-05-06", "2026-04-17"),
    expect: [
      "ERP integration by 2026-04-01: done",
      "First automated report by 2026-04-16: done late",
      "CFO dashboard by 2026-05-01: late",
    ],
  },
] satisfies Example<HandoffCase, string[]>[];

/** Documents, and how going live stands on a day. */
export const goLiveExamples = [
  {
    title: "The first automated report went out on day 44",
    given: tracked("2026-04-21", "2026-04-15"),
    expect: ["First automated report by 2026-04-16: done"],
  },
  {
    title: "It has not gone out by day 50",
    given: tracked("2026-04-21", null),
    expect: ["First automated report by 2026-04-16: late"],
  },
] satisfies Example<HandoffCase, string[]>[];
