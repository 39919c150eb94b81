import {
  type AccountFact,
  type ContractLine,
  type Fact,
  type FactSet,
  factsKnownAt,
  type ImportKind,
} from "@termwise/core/facts";
import type { AccountId, Currency, Day, Instant } from "@termwise/core/kernel";
import { AccountIndex } from "./account-index.ts";
import { AttributeTimelines } from "./attribute-timelines.ts";
import { checkAccounts } from "./check-accounts.ts";
import { ClaimTimelines, checkClaims } from "./check-claims.ts";
import { checkDeals } from "./check-deals.ts";
import { checkEvidence } from "./check-evidence.ts";
import { checkLines, onlyCurrency } from "./check-lines.ts";
import { checkRates } from "./check-rates.ts";
import { checkSignals } from "./check-signals.ts";
import { checkUsage } from "./check-usage.ts";
import { RowInCheck } from "./checked-rows.ts";
import { choiceColumns } from "./choice-words.ts";
import { currencyQuestion } from "./currency-question.ts";
import { isNamedByLine } from "./keys.ts";
import type { AssumedCurrency } from "./line-currency.ts";
import { type ImportMapping, mappingFor } from "./mapping.ts";
import { mappingStops } from "./mapping-stops.ts";
import { type InputFile, type ReadFile, readFile, type UnreadFile } from "./read-file.ts";
import { refusedCsv } from "./refused-csv.ts";
import { Remarks } from "./remarks.ts";
import type { CheckedImport, CheckedRow, FileReport, Outcome, Refusal, Stop } from "./report.ts";
import { safetyStops } from "./safety.ts";
import type { AccountsKnown } from "./settle-accounts.ts";

/** A batch to check: its files, how to read them, and what is known before it. */
export interface CheckRequest {
  readonly files: readonly InputFile[];
  readonly mapping?: ImportMapping | undefined;
  /** Everything recorded so far, all versions. */
  readonly known: FactSet;
  /** The moment the batch would be recorded. */
  readonly recordedAt: Instant;
  readonly today: Day;
  /** The workspace's time zone, for moments without one; UTC where it is left out. */
  readonly timeZone?: string | undefined;
  /** The workspace's reporting currency, for lines without one. */
  readonly currency?: Currency | null | undefined;
  /** Changes beyond the safety bounds are meant. */
  readonly confirm?: boolean | undefined;
}

const demoSystem = "demo";

function stopOf(
  file: string,
  { code, reason, remedy }: { code: Stop["code"]; reason: string; remedy: string },
): Stop {
  return { file, code, reason, remedy };
}

/** The rows of a file that waits for an answer: none is taken, each for the reason the file is not. */
function heldBack(file: ReadFile): CheckedRow[] {
  const [question] = file.report.questions;
  return file.rows.map(({ line, cells, problem }): CheckedRow => {
    const refusal: Refusal = {
      file: file.name,
      line,
      ...(problem ?? {
        code: question?.code ?? "E_MAPPING",
        column: question?.column ?? null,
        value: null,
        reason: question?.question ?? "",
        remedy: "Answer the question about the file; then its rows can be read.",
      }),
    };
    return {
      file: file.name,
      line,
      cells,
      sourceKey: null,
      outcome: "refused",
      matched: null,
      changes: [],
      refusal,
    };
  });
}

function questionStops({ name, report }: ReadFile): Stop[] {
  return report.questions.map(({ code, question, answers }) => ({
    file: name,
    code,
    reason: question,
    remedy:
      answers.length > 0
        ? `Answer it in the mapping: ${answers.map(({ mapping }) => mapping).join(" or ")}.`
        : "Correct the file.",
  }));
}

/** Adds accounts to the index rows find theirs by. */
function addTo(index: AccountIndex, accounts: Iterable<AccountFact>, timelines: AttributeTimelines): void {
  for (const { accountId, externalIds } of accounts) {
    for (const [system, id] of Object.entries(externalIds)) index.addKey(system, id, accountId);
    const name = timelines.latest(accountId, "name");
    if (name !== null) index.addName(name, accountId);
    const domain = timelines.latest(accountId, "domain");
    if (domain !== null) index.addDomain(domain, accountId);
  }
}

/** Lines may create their accounts as long as no accounts file has ever said which accounts there are. */
function mayCreate(known: FactSet, files: readonly ReadFile[]): boolean {
  const listed = known.accounts.some(
    ({ source }) => source.system !== demoSystem && !isNamedByLine(source.key),
  );
  return !listed && !files.some(({ kind }) => kind === "accounts");
}

function assumedCurrencies(
  known: FactSet,
  timelines: AttributeTimelines,
  stated: Currency | null | undefined,
  workspace: Currency | null | undefined,
): (accountId: AccountId | null) => AssumedCurrency | null {
  const only = onlyCurrency(known.lines.filter(({ source }) => source.system !== demoSystem));
  return (accountId) => {
    const own = accountId === null ? null : timelines.latest(accountId, "currency");
    if (own !== null) return { currency: own as Currency, because: "the currency of its account" };
    if (stated) return { currency: stated, because: "the mapping's default" };
    if (only) return { currency: only, because: "the only currency of the lines known before" };
    return workspace ? { currency: workspace, because: "the workspace's reporting currency" } : null;
  };
}

/**
 * Checks a batch of files against what is known and answers the facts that would be new. Pure: nothing is stored, and
 * the same batch on the same facts gives the same answer. Accounts, lines and rates of a batch may refer to each other
 * in any order of files. Rows in = new + changed + unchanged + refused, exactly.
 *
 * Nothing may be committed while `report.stopped` is not empty: a question is open, a file cannot be read, or the batch
 * would change known accounts beyond the safety bounds.
 */
export function checkImport(request: CheckRequest): CheckedImport {
  const { recordedAt, today, mapping = {} } = request;
  const known = factsKnownAt(request.known, null);
  const remarks = new Remarks();
  const read = request.files.map((file) => readFile(file, mappingFor(mapping, file.name), remarks));
  const unread = read.filter((file): file is UnreadFile => "problem" in file);
  const timelines = new AttributeTimelines(known.attributes);
  const index = new AccountIndex();
  addTo(index, known.accounts, timelines);
  const accounts: AccountsKnown = {
    accounts: new Map(known.accounts.map((account) => [account.accountId, account])),
    timelines,
    today,
    recordedAt,
  };
  const assumed = assumedCurrencies(known, timelines, mapping.defaultCurrency, request.currency);
  const readable = read.filter((file): file is ReadFile => "table" in file);
  const understood = readable.map((file) => currencyQuestion(file, readable, assumed(null)));
  const open = understood.filter(({ report }) => report.questions.length === 0);
  const rows = open.flatMap((file) => file.rows.map((_, at) => new RowInCheck(file, at)));
  const rowsOf = (kind: ImportKind) => rows.filter(({ file }) => file.kind === kind);

  const claims = new ClaimTimelines(known.journal);
  checkAccounts(rowsOf("accounts"), accounts, index, claims, remarks);
  const knownLines = new Map<string, ContractLine>(known.lines.map((line) => [line.lineId, line]));
  const lines = checkLines(
    rowsOf("contract_lines"),
    {
      lines: knownLines,
      accounts,
      index,
      today,
      recordedAt,
      mayCreate: mayCreate(known, understood),
      currencyFor: assumed,
    },
    remarks,
  );
  // Lines may have named accounts that nobody had listed.
  addTo(index, accounts.accounts.values(), timelines);
  checkRates(rowsOf("fx_rates"), known.fxRates, recordedAt, remarks);
  checkUsage(rowsOf("usage"), { usage: known.usage, index }, { recordedAt, today }, remarks);
  checkClaims(rowsOf("claims"), { timelines: claims, index }, { recordedAt, today }, remarks);
  const entries = { journal: known.journal, index, timeZone: request.timeZone ?? "UTC", recordedAt };
  checkDeals(rowsOf("deals"), entries, today, remarks);
  checkEvidence(rowsOf("evidence"), entries, today, remarks);
  checkSignals(
    {
      support_tickets: rowsOf("support_tickets"),
      survey_answers: rowsOf("survey_answers"),
      touchpoints: rowsOf("touchpoints"),
    },
    entries,
    today,
    remarks,
  );

  const stopped: Stop[] = [
    ...mappingStops(mapping, request.files, understood),
    ...unread.map(({ name, problem }) => stopOf(name, problem)),
    ...understood.flatMap(questionStops),
    ...(request.confirm
      ? []
      : safetyStops(lines, known.lines, (id) => timelines.latest(id, "name") ?? id, today)),
  ];
  const checked = understood.flatMap((file) =>
    file.report.questions.length > 0
      ? heldBack(file)
      : rows.filter((row) => row.file === file).map((row) => row.checked()),
  );
  const reports = reportsInOrder(request.files, [...understood, ...unread]);
  return assembled({ rows, read: understood }, checked, reports, remarks, stopped);
}

function reportsInOrder(files: readonly InputFile[], read: readonly (ReadFile | UnreadFile)[]): FileReport[] {
  return files.flatMap(({ name }) => read.find((file) => file.name === name)?.report ?? []);
}

function assembled(
  { rows, read }: { readonly rows: readonly RowInCheck[]; readonly read: readonly ReadFile[] },
  checked: readonly CheckedRow[],
  files: readonly FileReport[],
  remarks: Remarks,
  stopped: readonly Stop[],
): CheckedImport {
  const counts: Record<Outcome, number> = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of checked) counts[outcome]++;
  const facts: Fact[] = stopped.length > 0 ? [] : rows.flatMap((row) => (row.refused ? [] : row.facts));
  return {
    facts,
    rows: checked,
    report: {
      files,
      counts,
      refusals: checked.flatMap(({ refusal }) => refusal ?? []),
      warnings: remarks.all(),
      stopped,
    },
    remarked: remarks.rows,
    lines: rows.flatMap((row) => (row.refused || row.states === null ? [] : [row.states])),
    choices: (name) => read.filter((file) => file.name === name).flatMap(choiceColumns),
    refusedCsv(name) {
      const report = files.find((file) => file.name === name);
      const refused = checked.filter((row) => row.file === name && row.outcome === "refused");
      return report
        ? refusedCsv(
            report.columns.map(({ header }) => header),
            refused,
            report.columns,
          )
        : "";
    },
  };
}
