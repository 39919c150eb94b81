import type { JournalFact, Team } from "@termwise/core/facts";
import type { Figure } from "@termwise/core/glossary";
import { parameterFault, readerOf, teams, termsTouched } from "@termwise/core/governance";
import { handoffsOf } from "@termwise/core/handoff";
import { type AccountId, EntryId, Failure } from "@termwise/core/kernel";
import { standingOn } from "@termwise/core/lifecycle";
import type { CustomerRecord, HouseRules } from "@termwise/core/people";
import { contributorsOf, type MetricTerm, points } from "@termwise/core/retention";
import { customerRecords } from "../derive/customer-records.ts";
import { changeOf } from "../routers/figure-change.ts";
import { figureFor } from "../routers/figures.ts";
import { type Asked, answering, PolicyChoices, windowFor } from "../routers/scope.ts";
import type { Termwise } from "../termwise.ts";
import { wire } from "../wire.ts";
import { signingTeams } from "./propose.ts";

const headline = [
  "nrr",
  "grr",
  "logo-retention",
  "closing-cohort-arr",
  "arr",
] as const satisfies MetricTerm[];

/** What parameters are set to, by their names. */
type Values = Readonly<Record<string, string | number>>;

/** A figure as it is counted today and as it would be, and the accounts that count otherwise. */
interface MovedFigure {
  readonly before: Figure;
  readonly after: Figure;
  /** Percentage points for a share, else the share of the earlier value; null where either cannot be told. */
  readonly change: string | null;
  readonly accounts: readonly {
    readonly accountId: AccountId;
    readonly name: string;
    readonly effect: string | null;
  }[];
}

/** What a change of parameters would move, counted on today's facts. */
export interface Impact {
  readonly period: string;
  readonly figures: readonly MovedFigure[];
  /** Accounts that count otherwise in at least one figure. */
  readonly accounts: number;
  /** Customers that would stand elsewhere in the lifecycle today. */
  readonly standings: number;
  /** Handoffs that would be due, late or scored otherwise. */
  readonly handoffs: number;
  /** Terms whose definition gets a new version, the changed one first. */
  readonly terms: readonly { readonly id: string; readonly name: string }[];
  /** The teams that have to sign it: those of every term it touches. */
  readonly teams: readonly { readonly team: Team; readonly name: string }[];
  /** Parameters nothing reads yet. */
  readonly unread: readonly string[];
}

/** What a proposal would move if it held today: figures over the last twelve closed months, stages, handoffs. */
export async function impactOf(
  termwise: Termwise,
  { term, parameters, against }: { term: string; parameters: Values; against: Values },
): Promise<Impact> {
  const names = Object.keys(parameters);
  for (const [name, value] of [...Object.entries(against), ...Object.entries(parameters)]) {
    const fault = parameterFault(name, value);
    if (fault !== null) throw new Failure("refused", fault);
  }
  const read = (values: Values, by: ReturnType<typeof readerOf>) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => readerOf(name) === by));
  const policy = PolicyChoices.parse(read(parameters, "figures"));
  const other = PolicyChoices.parse(read(against, "figures"));
  const books = await termwise.books();
  const counted = books.currency() !== null && Object.keys(policy).length > 0;
  const asked = counted ? await answering(termwise, { definitions: "now", policy: other }) : null;
  const figures = asked ? moved(asked, await answering(termwise, { definitions: "now", policy })) : [];
  const rules = { ...read(parameters, "lifecycle"), ...read(parameters, "handoff") } as Record<
    string,
    number
  >;
  const ruled = Object.keys(rules).length === 0 ? [0, 0] : restaged(termwise, customerRecords(books), rules);
  const [standings = 0, handoffs = 0] = ruled;
  const touched = termsTouched({ term, parameters });
  const { journal } = books.known.now;
  return {
    teams: signingTeams(journal, touched).map((team) => ({ team, name: teams[team] })),
    period: asked?.period.text ?? "",
    figures,
    accounts: new Set(figures.flatMap(({ accounts }) => accounts.map(({ accountId }) => accountId))).size,
    standings,
    handoffs,
    terms: touched
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => (a.id === term ? -1 : b.id === term ? 1 : a.name.localeCompare(b.name, "en"))),
    unread: names.filter((name) => readerOf(name) === null),
  };
}

function moved(now: Asked, then: Asked): MovedFigure[] {
  const [windowNow, windowThen] = [windowFor(now), windowFor(then)];
  return headline.map((term) => {
    const [before, after] = [figureFor(now, term), figureFor(then, term)];
    const held = new Map(contributorsOf(windowNow, term).map((row) => [row.accountId, row] as const));
    const next = new Map(contributorsOf(windowThen, term).map((row) => [row.accountId, row] as const));
    const accounts = [...new Set([...held.keys(), ...next.keys()])].flatMap((accountId) => {
      const [a, b] = [held.get(accountId), next.get(accountId)];
      const same = a?.numerator === b?.numerator && (a?.denominator ?? 0n) === (b?.denominator ?? 0n);
      const change = (b?.numerator ?? 0n) - (a?.numerator ?? 0n);
      const of = BigInt(after.denominator ?? "0");
      const effect = after.unit === "ratio" && of !== 0n ? points(change, of) : null;
      return same ? [] : [{ accountId, name: b?.name ?? a?.name ?? "", effect }];
    });
    return { before, after, change: changeOf(after, before), accounts };
  });
}

/** How many customers would stand elsewhere, and how many handoffs otherwise, under other numbers. */
function restaged(
  termwise: Termwise,
  { records, rules }: { records: ReadonlyMap<AccountId, CustomerRecord>; rules: HouseRules },
  parameters: Record<string, number>,
): [standings: number, handoffs: number] {
  const today = termwise.today();
  const asOf = { now: termwise.now(), today };
  const other: HouseRules = { ...rules, journal: [...rules.journal, ruleOf(termwise, parameters)] };
  const stands = (record: CustomerRecord, under: HouseRules) => {
    const { column, earned, staleSince, renewal } = standingOn(record, under, today);
    return JSON.stringify(wire([column, earned, staleSince, renewal]));
  };
  const handedOver = (record: CustomerRecord, under: HouseRules) =>
    handoffsOf(record, under, asOf).map(({ dueAt, status, verdict, scorecard, ownership }) =>
      JSON.stringify(wire([dueAt, status, verdict, scorecard.score, ownership])),
    );
  let [standings, handoffs] = [0, 0];
  for (const record of records.values()) {
    if (stands(record, rules) !== stands(record, other)) standings += 1;
    const before = handedOver(record, rules);
    handoffs += handedOver(record, other).filter((handoff, index) => handoff !== before[index]).length;
  }
  return [standings, handoffs];
}

function ruleOf(termwise: Termwise, parameters: Record<string, number>): JournalFact {
  const key = EntryId.parse("ent_proposed");
  return {
    kind: "journal",
    entryId: key,
    accountId: null,
    at: termwise.now(),
    by: null,
    withdrawn: null,
    entry: { of: "lifecycle_policy", parameters },
    effectiveOn: termwise.today(),
    recordedAt: termwise.now(),
    source: { system: "termwise", key, file: null, line: null },
  };
}
