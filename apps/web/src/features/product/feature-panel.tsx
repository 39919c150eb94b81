import { counted } from "../../lib/format.ts";
import type { FeatureAccount, FeatureDetail } from "./adoption.ts";
import { BehindPanel } from "./behind-panel.tsx";

const firstUse = ({ daysToFirstUse: days }: FeatureAccount): string =>
  days === null ? "No use yet" : `First use after ${counted(days, "day")}`;

/** The accounts behind a figure of a feature: `tried`, `adopted` or `time`. */
export function FeaturePanel({ detail, of }: { detail: FeatureDetail; of: "tried" | "adopted" | "time" }) {
  const figure = detail.figures[of];
  if (figure === null) return null;
  const { behind, all, notEligible } = detail.counts;
  const isIn = (account: FeatureAccount): boolean =>
    of === "time" ? account.daysToFirstUse !== null : account[of];
  const rows = detail.accounts
    .filter(({ state }) => state !== "not_eligible")
    .map((account) => ({
      account,
      counted: figure.value !== null && isIn(account),
      text: firstUse(account),
    }));
  // An answer holds the largest accounts; where there are more, the server has counted all of them.
  const isAll = detail.accounts.length === all;
  const inIt = isAll ? rows.filter((row) => row.counted).length : figure.value === null ? 0 : behind[of];
  const entitled = isAll ? rows.length : all - notEligible;
  const matches =
    of === "time"
      ? inIt === figure.contributors
      : figure.value === null ||
        (String(inIt) === figure.numerator && String(entitled) === figure.denominator);
  const names = {
    tried: { counted: "Tried it", others: "Did not" },
    adopted: { counted: "Adopted it", others: "Did not" },
    time: { counted: "Used it", others: "Not yet" },
  }[of];
  const title = { tried: "Tried", adopted: "Adopted", time: "Days to first use" }[of];
  return (
    <BehindPanel
      figure={figure}
      title={`${title}: ${detail.entry.feature}`}
      totals={{ counted: inIt, others: entitled - inIt }}
      {...{ rows, names, matches }}
    />
  );
}
