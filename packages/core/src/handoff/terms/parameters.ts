import type { PacketSection } from "../../facts/index.ts";
import { packetSections } from "../../facts/index.ts";
import type { Parameter } from "../../glossary/index.ts";
import { type HandoffPolicy, houseHandoffPolicy, weightOfSection } from "../policy.ts";

const house = houseHandoffPolicy;

const days = (name: "handoffOwnershipDays" | "handoffOpenDays", max: number) => ({
  name,
  range: { min: 1, max, unit: "days" },
  default: house[name],
});

function weightParameter([section, title]: [string, string]): [string, Parameter] {
  const name = weightOfSection[section as PacketSection];
  const parameter: Parameter = {
    name,
    label: `Weight of: ${title}`,
    meaning: `What the section "${title}" weighs in the score of a packet; 0 leaves it out.`,
    range: { min: 0, max: 100, unit: "parts" },
    default: house[name],
  };
  return [name, parameter];
}

/** The choices about when things are due. */
export const clockParameters = {
  handoffPacketHours: {
    name: "handoffPacketHours",
    label: "Hours for the packet",
    meaning: "How many hours after the close the packet must be complete, counted to the millisecond.",
    range: { min: 1, max: 720, unit: "hours" },
    default: house.handoffPacketHours,
  },
  handoffOwnershipDays: {
    ...days("handoffOwnershipDays", 365),
    label: "Days for the transfer",
    meaning: "How many calendar days after the close the account must have passed to whoever keeps it.",
  },
  handoffOpenDays: {
    ...days("handoffOpenDays", 3650),
    label: "Days a handoff stays open",
    meaning:
      "After how many days from the close an unfinished handoff leaves the queue; it stays on record as never finished.",
  },
} satisfies Partial<Record<keyof HandoffPolicy, Parameter>>;

/** The choices about what a section weighs. */
export const weightParameters: Readonly<Record<string, Parameter>> = Object.fromEntries(
  Object.entries(packetSections).map(weightParameter),
);

/** Every choice of the handoff policy, in the order they are printed. */
export const allHandoffParameters: Parameter[] = [
  ...Object.values(clockParameters),
  ...Object.values(weightParameters),
];
