import type { PolicyPresetId } from "@termwise/core/retention";
import { dayText } from "./format.ts";

const presetNames: Readonly<Record<PolicyPresetId, string>> = {
  "finance-board": "Finance board",
  "winbacks-counted": "Win-backs counted",
  "all-movements": "All movements",
  "billing-tool": "Subscription billing tool",
  "renewals-due": "Renewals due",
  "whole-book": "Whole book, capped",
  "running-floor": "Lowest point",
  "reported-fx": "At reported rates",
  "parent-roll-up": "Parent roll-up",
  "on-notice": "Churn on notice",
};

/** What a way to count is called. */
export function wayName(way: string): string {
  if (way === "own") return "Your choices";
  if (way.startsWith("on:")) return `As defined on ${dayText(way.slice(3))}`;
  return presetNames[way as PolicyPresetId] ?? way;
}
