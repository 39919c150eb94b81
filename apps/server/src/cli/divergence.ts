import { divergenceKinds, meaningNames, numberCauses } from "@termwise/core/divergence";
import { Day, Failure } from "@termwise/core/kernel";
import { isTermId, termById } from "@termwise/core/registry";
import { Command, Option } from "commander";
import { readEnv } from "../env.ts";
import { type Access, reach } from "./access.ts";
import { labelsCommand, mapCommand } from "./divergence-labels.ts";
import { type Answer, listing, print } from "./print.ts";
import { amountText, percentText } from "./values.ts";

interface Options {
  readonly on?: string;
  readonly numbers?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
}

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** Every divergence of a day, over as many pages as there are. */
async function reportOf({ api }: Access, asked: { on?: Day }) {
  for (let page = 1, lines: Awaited<ReturnType<typeof api.divergence.report.query>>["lines"] = []; ; page++) {
    const report = await api.divergence.report.query({ ...asked, page, pageSize: 2_000 });
    lines.push(...report.lines);
    if (lines.length >= report.found || report.lines.length === 0) return { ...report, lines };
  }
}

const claimText = ({ system, field, label }: { system: string; field: string; label: string | null }) =>
  `${system} · ${field} · ${label ?? "(empty)"}`;

/** The divergences of a day: who claims what, what evidence shows, and what is missing. */
async function stagesAnswer(access: Access, on: Day | undefined): Promise<Answer> {
  const report = await reportOf(access, on === undefined ? {} : { on });
  const { currency, lines, total, unknownLabels, compared } = report;
  const amount = (minor: string | null) =>
    minor === null ? "-" : currency === null ? minor : amountText(minor, currency);
  const shows = ({ earned, churnedOn }: (typeof lines)[number]["shows"]) =>
    churnedOn === null ? (earned === null ? "Nothing won" : meaningNames[earned]) : "Churn";
  const unit = currency === null ? "" : ` ${currency}`;
  return {
    json: report,
    csv: {
      header: [
        "account_id",
        "account",
        "kind",
        "term",
        "claims",
        "claimed_since",
        "shows",
        "arr",
        "age_days",
        "since",
        "owner",
        "handling",
        "says",
      ],
      rows: lines.map((line) => [
        line.accountId,
        line.name,
        line.kind,
        line.term,
        line.claims.map(claimText).join("; "),
        line.claims.map(({ since }) => since).join("; "),
        line.shows.churnedOn === null ? line.shows.earned : "churn",
        line.arr,
        String(line.age),
        line.since,
        line.owner?.name ?? null,
        line.handling?.action ?? null,
        line.says.join(" "),
      ]),
    },
    text: [
      `Divergences on ${report.on}: ${many(total.lines, "line")} over ${many(total.accounts, "account")}, ${amount(total.arr)}${unit} of ${amount(compared.arr)}${unit} compared`,
      ...(unknownLabels.labels > 0
        ? [
            `${many(unknownLabels.labels, "label")} without a meaning, ${amount(unknownLabels.arr)}${unit}: nothing under them is compared. See termwise divergence labels`,
          ]
        : []),
      lines.length === 0
        ? compared.accounts === 0
          ? "Nothing could be compared: no system's label with a known meaning is on record."
          : "Claims and evidence agree."
        : listing(
            ["Account", "Divergence", "Claim", "Evidence shows", "Owner", "ARR", "Days"],
            5,
            lines.map((line) => [
              line.name,
              divergenceKinds[line.kind],
              line.claims.map(claimText).join("; "),
              shows(line.shows),
              line.owner?.name ?? "-",
              amount(line.arr),
              String(line.age),
            ]),
          ),
    ],
  };
}

type Compared = Awaited<ReturnType<Access["api"]["divergence"]["numbers"]["query"]>>["rows"][number];

const valueText = (value: string | null, { unit, currency }: Pick<Compared, "unit" | "currency">): string =>
  value === null
    ? "-"
    : unit === "ratio"
      ? percentText(value)
      : currency === null
        ? value
        : `${amountText(value, currency)} ${currency}`;

const termName = (term: string): string => (isTermId(term) ? termById(term).name : term);

/** The values others report beside ours, each with what makes the difference. */
async function numbersAnswer({ api }: Access): Promise<Answer> {
  const { rows } = await api.divergence.numbers.query();
  const all: Awaited<ReturnType<typeof api.divergence.number.query>>[] = [];
  for (const { entryId } of rows) all.push(await api.divergence.number.query({ entryId }));
  const explained = (one: (typeof all)[number]): string => {
    if (one.reason !== null) return one.reason;
    if (one.list)
      return one.list.byCause.map(({ cause, accounts }) => `${numberCauses[cause]} ${accounts}`).join(", ");
    const best = one.explanation?.best;
    return one.agrees ? "agrees" : best ? `${best.says}${best.gives ? "" : " (nearest)"}` : "not explained";
  };
  return {
    json: { rows: all },
    csv: {
      header: [
        "entry_id",
        "system",
        "term",
        "period",
        "unit",
        "currency",
        "theirs",
        "ours",
        "difference",
        "agrees",
        "because",
      ],
      rows: all.map((one) => [
        one.entryId,
        one.system,
        one.term,
        one.period.text,
        one.unit,
        one.currency,
        one.theirs,
        one.ours,
        one.difference,
        String(one.agrees),
        explained(one),
      ]),
    },
    text: [
      all.length === 0
        ? "No value of another system is on record."
        : listing(
            ["System", "Term", "Period", "Because", "Theirs", "Ours", "Difference"],
            4,
            all.map((one) => [
              one.system,
              termName(one.term),
              one.period.text,
              explained(one),
              valueText(one.theirs, one),
              valueText(one.ours, one),
              valueText(one.difference, one),
            ]),
          ),
    ],
  };
}

function dayFrom(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const read = Day.safeParse(text);
  if (read.success) return read.data;
  throw new Failure("bad_input", `--on takes a day such as 2026-09-30, not "${text}"`);
}

/** `termwise divergence`: where what systems say parts from evidence, and where their numbers part from ours. */
export function divergenceCommand(): Command {
  return new Command("divergence")
    .description("tell where labels of other systems part from evidence, or their numbers from ours")
    .option("--on <day>", "as claims and evidence stood on that day; today if not set")
    .addOption(new Option("--numbers", "values others report for our terms, beside ours").conflicts("on"))
    .addOption(new Option("--json", "print JSON").conflicts("csv"))
    .addOption(new Option("--csv", "print CSV"))
    .addCommand(labelsCommand())
    .addCommand(mapCommand())
    .action(async (options: Options) => {
      const access = await reach(readEnv(process.env));
      try {
        const answer = options.numbers
          ? await numbersAnswer(access)
          : await stagesAnswer(access, dayFrom(options.on));
        print(answer, options);
      } finally {
        await access.close();
      }
    });
}
