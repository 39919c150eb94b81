import { counted } from "../../lib/format.ts";
import type { FeatureAccount, FeatureDetail } from "./adoption.ts";
import { BehindPanel } from "./behind-panel.tsx";

const firstUse = ({ daysToFirstUse: days }: FeatureAccount): string =>
  days === null ? "No use yet" : `First use after ${counted(days, "day")}`;

/** The accounts behind a figure of a feature: `tried`, `adopted` or `time`. */
export function FeaturePanel({ detail, of }: { detail: FeatureDetail; of: "tried" | "adopted" | "time" }) {
  const figure = detail.figures[of];
  if (figure === null) return null;
  const entitled = detail.accounts.filter(({ state }) => state !== "not_eligible");
  const isIn = (account: FeatureAccount): boolean =>
    of === "time" ? account.daysToFirstUse !== null : account[of];
  const rows = entitled.map((account) => ({
    account,
    counted: figure.value !== null && isIn(account),
    text: firstUse(account),
  }));
  const inIt = rows.filter((row) => row.counted).length;
  const matches =
    of === "time"
      ? inIt === figure.contributors
      : figure.value === null ||
        (String(inIt) === figure.numerator && String(rows.length) === figure.denominator);
  const names = {
    tried: { counted: "Tried it", others: "Did not" },
    adopted: { counted: "Adopted it", others: "Did not" },
    time: { counted: "Used it", others: "Not yet" },
  }[of];
  const title = { tried: "Tried", adopted: "Adopted", time: "Days to first use" }[of];
  return (
    <BehindPanel figure={figure} title={`${title}: ${detail.entry.feature}`} {...{ rows, names, matches }} />
  );
}
