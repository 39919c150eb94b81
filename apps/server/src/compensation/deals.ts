import { Deal } from "@termwise/core/compensation";
import { type ContractLine, commercialRoles } from "@termwise/core/facts";
import { handoffsOf } from "@termwise/core/handoff";
import { type Currency, type Day, daysBetween, type Instant, round } from "@termwise/core/kernel";
import { annualValue, type LedgerPolicy, type Movement } from "@termwise/core/ledger";
import { assignmentsOn, type CustomerRecord, heldFor, heldOn } from "@termwise/core/people";
import type { Book } from "@termwise/core/retention";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";

/** As of when deals are read, and in which currency and under which policy ARR is counted. */
export interface DealQuestion {
  readonly now: Instant;
  readonly today: Day;
  readonly book: Book;
}

type Written = Parameters<typeof Deal.parse>[0];

const kindOf = { new: "new", expansion: "expansion", reactivation: "winback" } as const;
const isRole = (word: string | null): word is (typeof commercialRoles)[number] =>
  commercialRoles.some((role) => role === word);

/**
 * Every deal the ledger tells of: each first sale, growth and return of an account with the ARR it brought, and each
 * renewal with the ARR it kept. A deal goes by the contract line it came with, so that a corrected day or amount leaves it
 * the same deal. Signed on the day of the line, or where nobody told it on the day it takes effect.
 */
export function ledgerDeals(books: Books, asked: DealQuestion): Deal[] {
  const { records, rules } = customerRecords(books);
  const { now, today, book } = asked;
  const seen = new Map<string, number>();
  return [...records.values()].flatMap((record) => {
    const lines = new Map(record.lines.map((line) => [line.lineId as string, line]));
    const accepted = handoffsOf(record, rules, { now, today }).map(({ close, acceptedAt }) => ({
      on: close.on,
      gates: [{ gate: "handoff_accepted" as const, passedOn: acceptedAt?.slice(0, 10) ?? null }],
    }));
    const gatesOn = (on: Day) => accepted.find((one) => one.on === on)?.gates ?? [];
    const moved = record.movements.flatMap((movement): Written[] => {
      const kind = kindOf[movement.kind as keyof typeof kindOf];
      if (kind === undefined) return [];
      const ids = [...new Set(movement.parts.flatMap(({ lineIds }) => lineIds))].sort();
      const own = ids.flatMap((id) => lines.get(id) ?? []);
      const fresh = own.find(({ startsOn }) => startsOn === movement.on) ?? own.at(0);
      const named = `${kind}-${fresh?.lineId ?? `${record.accountId}-${movement.on}`}`;
      const times = seen.get(named) ?? 0;
      seen.set(named, times + 1);
      return [
        {
          dealId: times === 0 ? named : `${named}-${times + 1}`,
          kind,
          amount: String(converted(book, movement.amount, movement.currency, movement.on)),
          ...signing(fresh, movement.on),
          ...peopleOf(record, kind, signing(fresh, movement.on).signedOn, movement.sourcedBy),
          gates: gatesOn(movement.on),
          ...referred(record, fresh, movement),
        },
      ];
    });
    const renewed = record.lines.flatMap((line) => renewalOf(record, line, lines, book) ?? []);
    return [...moved, ...renewed].map((deal) =>
      Deal.parse({ ...(deal as object), account: record.accountId, currency: book.currency }),
    );
  });
}

function converted(book: Book, amount: bigint, currency: Currency, on: Day): bigint {
  return book.rates.on(on)(amount, currency);
}

function signing(line: ContractLine | undefined, on: Day) {
  return {
    signedOn: line?.signedOn ?? on,
    effectiveOn: on,
    termMonths: line?.endsOn
      ? Math.max(1, Math.round((daysBetween(line.startsOn, line.endsOn) + 1) / 30.44))
      : null,
  };
}

function referred(record: CustomerRecord, line: ContractLine | undefined, movement: Pick<Movement, "on">) {
  const {
    file,
    line: row,
    key,
    system,
  } = line?.source ?? { file: null, line: null, key: "", system: "ledger" };
  const where = file === null ? system : `${file}${row === null ? "" : ` row ${row}`}`;
  return {
    ref: `${where}: ${line?.lineId ?? key}`.slice(0, 300),
    movement: `mov_${record.accountId.slice(4)}_${movement.on.replaceAll("-", "")}`,
  };
}

function renewalOf(
  record: CustomerRecord,
  line: ContractLine,
  lines: ReadonlyMap<string, ContractLine>,
  book: Book,
): Written | null {
  const before = line.renews === null ? undefined : lines.get(line.renews);
  if (before === undefined || line.withdrawn || line.lineKind === "one_time") return null;
  const [was, is] = [before, line].map((one) => yearly(one, book.ledgerPolicy));
  const kept = (was ?? 0n) < (is ?? 0n) ? (was ?? 0n) : (is ?? 0n);
  const days = signing(line, line.startsOn);
  return {
    dealId: `renewal-${line.lineId}`,
    kind: "renewal",
    amount: String(converted(book, kept, line.currency, line.startsOn)),
    ...days,
    ...peopleOf(record, "renewal", days.signedOn, line.sourcedBy),
    gates: [],
    ...referred(record, line, { on: line.startsOn }),
  };
}

const yearly = (line: ContractLine, policy: LedgerPolicy): bigint => round(annualValue(line, policy));

/** Who began a deal, whose account it was and who closed it, on the day it was signed: three people, or one, or none. */
function peopleOf(record: CustomerRecord, kind: Deal["kind"], on: Day, sourcedBy: string | null) {
  const held = assignmentsOn(record, on);
  const as = (role: (typeof commercialRoles)[number] | null) => {
    const name = role === null ? null : held[role];
    return role === null || name === null ? null : { name, role };
  };
  const first = (roles: readonly (typeof commercialRoles)[number][]) =>
    roles.find((role) => held[role]) ?? null;
  const said = kind === "renewal" ? "renewal_owner" : "expansion_owner";
  const named = heldOn(record, said, on);
  const isFirst = kind === "new" || kind === "winback";
  const owner = isFirst ? first(["ae"]) : isRole(named) && held[named] ? named : first(["am", "csm", "ae"]);
  const began = sourcedBy === null ? null : isRole(sourcedBy) ? sourcedBy : roleOf(held, sourcedBy);
  const before = owner === null ? undefined : takeover(record, owner, on);
  return {
    source:
      began === null ? null : isRole(sourcedBy) ? as(began) : { name: sourcedBy as string, role: began },
    owner: as(owner),
    closer: as(owner),
    takenOver: before ?? null,
  };
}

/** In which role somebody is on an account; whoever is not on it any more sold it. */
function roleOf(held: Readonly<Record<string, string | null>>, name: string) {
  return commercialRoles.find((role) => held[role] === name) ?? "ae";
}

function takeover(record: CustomerRecord, role: (typeof commercialRoles)[number], on: Day) {
  const spans = heldFor(record, role).filter(({ from }) => from === null || from <= on);
  const [before, now] = spans.slice(-2);
  return spans.length < 2 || !before?.value || now?.from == null
    ? undefined
    : { from: before.value, on: now.from };
}
