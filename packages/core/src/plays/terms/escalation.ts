import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";

/** The word for asking somebody of ours who leads to stand behind an account. */
export const escalationTerms = [
  defineTerm({
    id: "manager-escalation",
    name: "Manager escalation",
    section: "cs-operations",
    kind: "process",
    tier: "B",
    definition:
      "Bringing somebody of ours who leads in on an account at risk, with a reason, from the day it is raised to the day it is closed with what came of it.",
    example:
      "An account comes to be at risk on Monday and its CS manager sees it; on Thursday the manager raises it to the executive sponsor, who closes it when the customer's CFO has agreed to a plan.",
    grain: "account and escalation",
    inclusions: [
      "escalations made by hand, to a member who sees every account",
      "one at a time: the next can be raised once it is closed",
    ],
    exclusions: ["what was raised and taken back"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.success],
    related: ["at-risk", "save-play", "csm", "cs-manager", "exec-sponsor"],
    notNotes: ["It is no blame: an account at risk comes to the CS manager by rule."],
    versions: firstVersion("Managers heard of an account when it had given notice.", "2026-11-28"),
  }),
] as const;
