import { type ChurnReason, churnReasons } from "@termwise/core/facts";
import { addDays, type Day } from "@termwise/core/kernel";
import type { Random } from "../random.ts";
import type { JournalBook } from "./journal-book.ts";
import { type Portrait, valueOn } from "./portrait.ts";

const usual: readonly ChurnReason[] = [
  "low_adoption",
  "low_adoption",
  "price",
  "competitor",
  "champion_left",
  "poor_fit",
  "closure",
  "closure",
  "service",
  "never_onboarded",
  "missing_capability",
  "non_payment",
];

const written: Readonly<Record<string, { reason: ChurnReason; note: string }>> = {
  "Halden Freight": {
    reason: "champion_left",
    note: "The head of planning left in spring; nobody had met her successor before the renewal.",
  },
  "Brightmoor Labs": { reason: "low_adoption", note: "Two of nine labs used it at the end." },
  "Pinegate Energy": { reason: "price", note: "Came back after the tariff was changed." },
  Kitebank: { reason: "closure", note: "The unit was sold and bought back." },
};

/** Why a customer left, on the day its ARR ended. Of some nobody has said it. */
export function churnReason(
  book: JournalBook,
  { accountId, name, number, record }: Portrait,
  { lostOn, index, random }: { lostOn: Day; index: number; random: Random },
): void {
  const story = written[name];
  const drawn = random.pick(usual);
  if (!story && random.chance(1_500)) return;
  const reason = story?.reason ?? drawn;
  const { voluntary, preventable } = churnReasons[reason];
  const entry = { of: "churn_reason", leftOn: lostOn, reason, voluntary, preventable, link: null } as const;
  const at = { on: addDays(lostOn, random.between(0, 5)), time: "17:10" };
  const by = valueOn(record.attributes, "csm", lostOn);
  book.put(accountId, `${number}left${index}`, at, { ...entry, note: story?.note ?? null }, by);
}
