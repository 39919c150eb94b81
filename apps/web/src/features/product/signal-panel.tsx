import type { Figure } from "@termwise/core/glossary";
import { counted, dayText, percent } from "../../lib/format.ts";
import type { Signals } from "./adoption.ts";
import { type Behind, BehindPanel } from "./behind-panel.tsx";

const sides = {
  ttfv: { counted: "Had it", others: "Not counted" },
  fvd: { counted: "Delivered", others: "Not yet" },
  breadth: { counted: "Counted", others: "Not known" },
  activation: { counted: "Somebody set up", others: "Nobody yet" },
  aha: { counted: "Somebody came to it", others: "Nobody yet" },
};

/** An account whose people are told of: how many of them came as far as the figure asks. */
interface OfPeople {
  readonly account: Behind["account"];
  readonly part: number;
  readonly users: number;
}

/** The accounts behind a figure of worth or of people: `ttfv`, `fvd`, `breadth`, `activation` or `aha`. */
export function SignalPanel({ signals: { value, people }, of }: { signals: Signals; of: string }) {
  if (of === "activation") {
    const { figure, accounts } = people.activation;
    const own = accounts.map(({ users, activated, ae, ...account }) => ({
      account: { ...account, csm: ae },
      part: activated,
      users,
    }));
    return <PeoplePanel figure={figure} title={figure.name} names={sides.activation} accounts={own} />;
  }
  if (of === "aha") {
    const aha = people.aha[0];
    if (!aha) return null;
    const own = aha.accounts.map(({ users, reached, ae, ...account }) => ({
      account: { ...account, csm: ae },
      part: reached,
      users,
    }));
    const title = `${aha.figure.name}: ${aha.feature}`;
    return <PeoplePanel figure={aha.figure} title={title} names={sides.aha} accounts={own} />;
  }
  if (of !== "ttfv" && of !== "fvd" && of !== "breadth") return null;
  return <ValuePanel value={value} of={of} />;
}

interface PeopleProps {
  figure: Figure;
  title: string;
  names: { counted: string; others: string };
  accounts: readonly OfPeople[];
}

function PeoplePanel({ figure, title, names, accounts }: PeopleProps) {
  const rows = accounts.map(({ account, part, users }) => ({
    account,
    counted: part > 0,
    text: `${part} of ${counted(users, "person", "people")}`,
  }));
  const sum = (part: "part" | "users") => String(accounts.reduce((total, one) => total + one[part], 0));
  const matches =
    figure.value === null || (sum("part") === figure.numerator && sum("users") === figure.denominator);
  const inIt = rows.filter((row) => row.counted).length;
  return (
    <BehindPanel
      {...{ figure, title, names, rows, matches }}
      totals={{ counted: inIt, others: rows.length - inIt }}
    />
  );
}

type Value = Signals["value"];
type ValueRow = Value["rows"][number];

/** Whether a customer is counted in a figure of worth, and what is told of it. */
const tellers = {
  ttfv: ({ days, reason }: ValueRow) => [
    days !== null,
    days === null ? (reason ?? "") : counted(days, "day"),
  ],
  fvd: ({ firstValueOn: on }: ValueRow) => [on !== null, on === null ? "No first value yet" : dayText(on)],
  breadth: ({ breadth: { value, reason } }: ValueRow) => [
    value !== null,
    value === null ? (reason ?? "") : percent(value),
  ],
} as const satisfies Record<string, (row: ValueRow) => readonly [boolean, string]>;

function ValuePanel({ value, of }: { value: Value; of: keyof typeof tellers }) {
  const figure = { ttfv: value.firstValue, fvd: value.delivered, breadth: value.breadth }[of];
  const rows = value.rows.map((row): Behind => {
    const { accountId, name, segment, csm } = row;
    const [isCounted, text] = tellers[of](row);
    return { account: { accountId, name, segment, csm }, counted: isCounted, text };
  });
  // An answer holds the largest customers; where there are more, the server has counted all of them.
  const isAll = rows.length === value.behind.of;
  const inIt = isAll ? rows.filter((row) => row.counted).length : value.behind[of];
  const isMean = of !== "breadth" || !isAll || figure.value === null || isMeanOf(value.rows, figure.value);
  return (
    <BehindPanel
      {...{ figure, rows }}
      title={figure.name}
      names={sides[of]}
      totals={{ counted: inIt, others: value.behind.of - inIt }}
      matches={inIt === figure.contributors && isMean}
    />
  );
}

/** Whether a share is the mean of those of the customers; both are told in millionths. */
function isMeanOf(rows: readonly ValueRow[], mean: string): boolean {
  const shares = rows.flatMap(({ breadth }) => breadth.value ?? []).map(Number);
  const own = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return Math.abs(own - Number(mean)) < 0.000_002;
}
