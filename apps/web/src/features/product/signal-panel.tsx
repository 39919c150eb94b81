import { counted, dayText } from "../../lib/format.ts";
import type { Signals } from "./adoption.ts";
import { type Behind, BehindPanel } from "./behind-panel.tsx";

const sides = {
  ttfv: { counted: "Had it", others: "Not counted" },
  fvd: { counted: "Delivered", others: "Not yet" },
  activation: { counted: "Somebody set up", others: "Nobody yet" },
};

/** The accounts behind a figure of worth or of people: `ttfv`, `fvd` or `activation`. */
export function SignalPanel({ signals: { value, people }, of }: { signals: Signals; of: string }) {
  if (of === "activation") {
    const { figure, accounts } = people.activation;
    const rows = accounts.map(
      ({ users, activated, ae, ...account }): Behind => ({
        account: { ...account, csm: ae },
        counted: activated > 0,
        text: `${activated} of ${counted(users, "person", "people")}`,
      }),
    );
    const sum = accounts.reduce((total, { activated }) => total + activated, 0);
    const matches = figure.value === null || String(sum) === figure.numerator;
    return <BehindPanel {...{ figure, rows, matches }} title={figure.name} names={sides.activation} />;
  }
  if (of !== "ttfv" && of !== "fvd") return null;
  const figure = of === "ttfv" ? value.firstValue : value.delivered;
  const rows = value.rows.map(({ accountId, name, segment, csm, days, reason, firstValueOn }): Behind => {
    const account = { accountId, name, segment, csm };
    if (of === "fvd")
      return {
        account,
        counted: firstValueOn !== null,
        text: firstValueOn === null ? "No first value yet" : dayText(firstValueOn),
      };
    return { account, counted: days !== null, text: days === null ? (reason ?? "") : counted(days, "day") };
  });
  const matches = rows.filter((row) => row.counted).length === figure.contributors;
  return <BehindPanel {...{ figure, rows, matches }} title={figure.name} names={sides[of]} />;
}
