import type { Currency } from "@termwise/core/kernel";
import type { Access } from "./access.ts";
import { type Answer, listing } from "./print.ts";
import { amountText, percentText } from "./values.ts";

type ViewInput = Parameters<Access["api"]["periods"]["one"]["query"]>[0];

const share = (value: string | null): string => (value === null ? "-" : percentText(value));

/** Every close with NRR, GRR and logo retention of each window, as reported and as told now. */
export async function closesAnswer({ api }: Access): Promise<Answer> {
  const found = await api.periods.list.query();
  const rows = found.closes.flatMap((close) =>
    close.windows.flatMap((window) => window.figures.map((figure) => ({ close, window, figure }))),
  );
  return {
    json: found,
    csv: {
      header: [
        "number",
        "period",
        "from",
        "to",
        "window",
        "term",
        "reported",
        "restated",
        "change_pp",
        "closed_at",
        "closed_by",
        "reopened_as",
        "hash",
      ],
      rows: rows.map(({ close, window, figure }) => [
        String(close.number),
        close.period,
        close.from,
        close.to,
        window.text,
        figure.term,
        figure.reported,
        figure.restated,
        figure.change,
        close.closedAt,
        close.closedBy,
        close.reopened ? String(close.reopened.number) : null,
        close.hash,
      ]),
    },
    text: [
      rows.length === 0
        ? "No period is closed."
        : listing(
            ["No.", "Window", "Figure", "State", "Reported", "Now", "pp"],
            4,
            rows.map(({ close, window, figure }) => [
              String(close.number),
              window.text,
              figure.term,
              close.reopened ? `reopened as ${close.reopened.number}` : "closed",
              share(figure.reported),
              share(figure.restated),
              figure.change ?? "-",
            ]),
          ),
      ...(found.next.length > 0 ? [`Next to close: ${found.next.map(({ text }) => text).join(", ")}`] : []),
    ],
  };
}

/** What a close froze: figures and the ARR bridge; as CSV, every account's line. */
export async function shownAnswer({ api }: Access, asked: ViewInput): Promise<Answer> {
  const one = await api.periods.one.query({ ...asked, lines: true });
  const { view, currency } = one;
  const lines = one.lines ?? [];
  const measures = [...new Set(lines.flatMap((line) => Object.keys(line.measures)))].sort();
  const bridge = [
    ["Opening", view.bridge.opening, String(view.bridge.openingAccounts)],
    ...view.bridge.steps.map(({ kind, amount, accounts }) => [
      one.stepNames[kind] ?? kind,
      amount,
      String(accounts),
    ]),
    ["Closing", view.bridge.closing, String(view.bridge.closingAccounts)],
  ] as const;
  return {
    json: one,
    csv: {
      header: ["account_id", "name", ...measures.map((measure) => `${measure}_minor`)],
      rows: lines.map((line) => [
        line.accountId,
        line.name,
        ...measures.map((measure) => (line.measures as Record<string, string>)[measure] ?? "0"),
      ]),
    },
    text: [
      [
        `No. ${one.number}: ${view.window.text}, ${view.window.from} to ${view.window.to}, as reported in ${currency}`,
        `Closed by ${one.closedBy} at ${one.closedAt}, with everything recorded up to ${one.recorded}`,
        ...(one.reopened
          ? [`Reopened as No. ${one.reopened.number} by ${one.reopened.by}: ${one.reopened.reason}`]
          : []),
        `SHA-256 ${one.hash}`,
        `${one.policyText}.`,
      ].join("\n"),
      listing(
        ["Figure", "Version", "Reported", "Accounts"],
        1,
        Object.entries(view.figures).map(([term, figure]) => [
          one.terms[term]?.name ?? term,
          `v${one.terms[term]?.version ?? 1}`,
          told(figure, currency),
          String(figure.contributors),
        ]),
      ),
      listing(
        ["Step", "ARR", "Accounts"],
        1,
        bridge.map(([name, amount, accounts]) => [name, amountText(amount, currency), accounts]),
      ),
    ],
  };
}

function told(figure: { value: string | null; denominator: string | null }, currency: Currency): string {
  if (figure.value === null) return "-";
  return figure.denominator === null ? amountText(figure.value, currency) : percentText(figure.value);
}

type Restatement = Awaited<ReturnType<Access["api"]["periods"]["restatement"]["query"]>>;

/** Every account behind every cause, over as many pages as there are. */
async function allRows({ api }: Access, asked: ViewInput): Promise<Restatement> {
  const rows: Restatement["rows"] = [];
  for (let page = 1; ; page++) {
    const found = await api.periods.restatement.query({ ...asked, page, pageSize: 500 });
    rows.push(...found.rows);
    if (rows.length >= found.count || found.rows.length === 0) return { ...found, rows };
  }
}

/** Why what a close froze differs from what is told now: by cause; as CSV, by cause and account with the facts. */
export async function restatementAnswer(access: Access, asked: ViewInput): Promise<Answer> {
  const found = await allRows(access, asked);
  const { currency, ratios, bridge, causes } = found;
  const effectOf = (row: Restatement["rows"][number], term: string) =>
    row.effects.find((effect) => effect.term === term);
  return {
    json: found,
    csv: {
      header: [
        "cause",
        "account_id",
        "name",
        "opening_minor",
        "closing_minor",
        "nrr_pp",
        "nrr_exact",
        "grr_pp",
        "grr_exact",
        "facts",
      ],
      rows: found.rows.map((row) => [
        row.cause,
        row.accountId,
        row.name,
        row.moved.opening ?? "0",
        row.moved.closing ?? "0",
        effectOf(row, "nrr")?.effect ?? "0.0000",
        effectOf(row, "nrr")?.exact ?? "0/1",
        effectOf(row, "grr")?.effect ?? "0.0000",
        effectOf(row, "grr")?.exact ?? "0/1",
        row.facts
          .map(({ text, source }) => `${text} (${source?.system ?? ""} ${source?.file ?? source?.key ?? ""})`)
          .join("; "),
      ]),
    },
    text: [
      `No. ${found.number}: ${found.window.text}, reported to told now, in ${currency}`,
      ...(found.reason === null ? [] : [`It cannot be told now: ${found.reason}`]),
      ...(ratios && causes
        ? [
            listing(
              ["", "Reported", ...causes.map(({ name }) => name), "Now"],
              1,
              ratios.map((ratio) => [
                `${ratio.name}, pp`,
                share(ratio.reported),
                ...causes.map(({ cause }) => ratio.causes.find((own) => own.cause === cause)?.effect ?? "-"),
                share(ratio.restated),
              ]),
            ),
          ]
        : []),
      ...(bridge && causes
        ? [
            listing(
              ["ARR bridge", "Reported", ...causes.map(({ name }) => name), "Now"],
              1,
              bridge.map((row) => [
                row.measure.replaceAll("_", " "),
                amountText(row.reported, currency),
                ...row.causes.map(({ amount }) => amountText(amount, currency)),
                amountText(row.restated, currency),
              ]),
            ),
          ]
        : []),
    ],
  };
}
