import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { savePlayBelow, savePlayDays } from "../parameters.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");

/** Words for plays that are written before they are needed. */
export const playbookTerms = [
  defineTerm({
    id: "save-play",
    name: "Save play",
    section: "lifecycle",
    kind: "process",
    tier: "A",
    definition:
      "A plan to keep an account, written before it is needed and begun before the customer asks to leave, with a trigger, a goal, and steps that each have an owner and a day.",
    example:
      "A score below 40 on 14 days running sets it off: the CSM writes on day 1 and proposes a call of 30 minutes on day 3, the CS manager joins on day 7, and on day 14 AE and CSM present a revised success plan.",
    grain: "customer and run",
    inclusions: ["a trigger laid down beforehand, which may differ from play to play"],
    exclusions: [
      "a single call",
      "work begun after the customer asked to cancel",
      "steps without an owner or a day",
    ],
    parameters: [savePlayBelow, savePlayDays],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: [
      "at-risk",
      "at-risk-queue",
      "save-play-activation-time",
      "rescue-call",
      "red-flag",
      "early-warning-system",
      "cs-manager",
      "playbooks",
      "success-plan",
      "manager-escalation",
      "proactive-success",
    ],
    notNotes: [
      "One call by itself is no save play: nothing set it off, and nothing comes after it.",
      "A save play is not a rescue call: it begins while nobody has asked to leave yet.",
      "Its trigger is not at-risk: an account at risk must get a play, and a play may wait for another sign.",
    ],
    readings: [
      { team: "Sales", reading: "An offer that makes a customer stay." },
      { team: "Customer Success", reading: "Whatever we do once an account is unhappy." },
    ],
    versions: written(
      "A call made in a hurry was reported as a save play, and its failure as that of the plan.",
    ),
  }),
  defineTerm({
    section: "cs-operations",
    owner: "CS Ops",
    sources: [practice.success],
    id: "playbooks",
    name: "Playbooks",
    aliases: ["Pre-built playbooks"],
    kind: "artifact",
    tier: "B",
    definition:
      "Written plays for cases that come again: what sets one off, the steps with their day and role, and the goal.",
    example:
      "The save play has steps on days 1, 3, 7 and 14, and its goal is a health score back above the threshold.",
    grain: "play",
    inclusions: ["for each step a day, a role and what it is to bring about"],
    exclusions: ["advice without steps"],
    related: ["save-play", "enablement-playbooks", "scalable-cs", "win-back-campaign", "workflow-automation"],
    notNotes: ["A playbook is not a save play: a save play is one of the plays in it."],
    versions: written("Each CSM met the same trouble in a different way."),
  }),
] as const;
