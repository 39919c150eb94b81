import type { Access } from "./access.ts";
import { type Answer, listing } from "./print.ts";

type Told = Awaited<ReturnType<Access["api"]["health"]["explain"]["query"]>>;
type Tested = Awaited<ReturnType<Access["api"]["health"]["backtest"]["query"]>>;

const bandWords = {
  low: "low",
  review: "due for a review",
  steady: "steady",
  strong: "strong",
  unknown: "not known well enough for a band",
} as const;

const points = (text: string | null): string => (text === null ? "-" : String(Number(text)));
const signed = (text: string | null): string =>
  text === null ? "-" : Number(text) > 0 ? `+${Number(text)}` : String(Number(text));

/** Points, or the range they lie in where a part of them is not known. */
const range = ({ low, high }: { low: string | null; high: string | null }): string =>
  low === high ? points(low) : `${points(low)} to ${points(high)}`;

type Line = Told["parts"][number]["inputs"][number];

/** A line as somebody recomputes it by hand: what it can give, its share of that, and what comes of it. */
function lineText({ text, on, age, share, weight, reason, treatment, full, times, ...ends }: Line): string {
  const last = times > 1 ? `${times} times, the last on ` : "";
  const said = `- ${text}${on === null ? "" : ` (${last}${on})`}`;
  const days = age ? `, ${age} ${age === 1 ? "day" : "days"} old` : "";
  if (treatment === "scaled") return `${said}: ${range(ends)}`;
  if (treatment === "left_out") return `${said}: left out`;
  if (treatment === "unknown") {
    const why = reason === null || reason === text ? "" : `; ${reason}`;
    return `${said}${why}: not known, ${full === null ? `counted ${weight} times` : `${range(ends)} of ${points(full)} points`}`;
  }
  const came = full === null ? `counted ${weight} times` : `${points(full)} points, so ${range(ends)}`;
  return `${said}${days}: ${share} of 1000 of ${came}`;
}

/** The health of an account at the end of a week, in the three forms a command can print. */
export function healthAnswer(name: string, told: Told, explain: boolean): Answer {
  const { week, score, low, high, band, model, parts, why } = told;
  const head = [
    `${name}, week to ${week}: ${score === null ? `between ${low} and ${high}` : `${score} of 100`}, ${bandWords[band]}`,
    `${model.name}, version ${model.version}${model.salesContext ? "" : "; no sales context"}`,
    ...(why === null ? [] : [`Against the week before: ${why}`]),
  ].join("\n");
  const table = listing(
    ["Component", "Read on", "Read", "Weight", "Points", "Change"],
    2,
    parts.map((part) => [
      part.name,
      part.on ?? "-",
      part.got === null ? "-" : `${part.got} of ${part.of}`,
      String(part.weight),
      range(part),
      signed(part.change),
    ]),
  );
  const inputs = parts.map((part) =>
    [
      `${part.name}: ${range(part)} of ${part.weight}${part.inverted ? ", turned round" : ""}`,
      ...(part.inputs.length === 0 && part.reason !== null ? [`- ${part.reason}`] : []),
      ...part.inputs.map(lineText),
    ].join("\n"),
  );
  const ends =
    told.low === told.high
      ? points(told.sum)
      : `${points(told.sum)}, and ${points(told.unknown)} more are not known`;
  const sum = `The points add up to ${ends}. A reading counts for ${told.carriedDays} days.`;
  return {
    json: { name, ...told },
    csv: {
      header: [
        "account_id",
        "account",
        "week",
        "component",
        "weight",
        "got",
        "of",
        "read_on",
        "points",
        "low",
        "high",
        "change",
      ],
      rows: parts.map((part) => [
        told.accountId,
        name,
        week,
        part.component,
        String(part.weight),
        part.got === null ? null : String(part.got),
        part.of === null ? null : String(part.of),
        part.on,
        part.points,
        part.low,
        part.high,
        part.change,
      ]),
    },
    text: explain ? [head, table, ...inputs, sum] : [head],
  };
}

/** What became of renewals by the score 90 days before, in the three forms a command can print. */
export function backTestAnswer(told: Tested): Answer {
  const rows = told.bands.map(({ band, n, lost, lostShare, interval }) => [
    bandWords[band],
    String(n),
    String(lost),
    lostShare === null ? "-" : `${lostShare} %`,
    interval === null ? "-" : `${interval.low} to ${interval.high} %`,
  ]);
  const { concordance, usageOnly, lift } = told;
  return {
    json: told,
    csv: {
      header: ["band", "renewals", "lost", "lost_percent", "low_percent", "high_percent"],
      rows: told.bands.map(({ band, n, lost, lostShare, interval }) => [
        band,
        String(n),
        String(lost),
        lostShare,
        interval && String(interval.low),
        interval && String(interval.high),
      ]),
    },
    text: [
      `${told.renewals} renewals from ${told.from} to ${told.to}, ${told.lost} of them lost, by the score ${told.daysAhead} days before${told.scored < told.renewals ? `; ${told.scored} of them, evenly from all, are scored` : ""}`,
      listing(["Band", "Renewals", "Lost", "Share lost", "95 % interval"], 1, rows),
      [
        `Of one lost and one kept the lost one scored lower: ${concordance.value ?? concordance.reason} (0.5 is chance)`,
        `By use alone: ${usageOnly.concordance.value ?? usageOnly.concordance.reason}${lift === null ? "" : `; the model adds ${lift}`}`,
      ].join("\n"),
    ],
  };
}
