import type { FactChange } from "@termwise/core/closing";
import type { ContractLine, Fact } from "@termwise/core/facts";
import type { AccountId, Instant } from "@termwise/core/kernel";

/** A fact that changed after a close, for people: what it is, what it says now, where it came from, and when. */
export interface ToldChange {
  readonly kind: "line" | "account" | "merge" | "split" | "attribute" | "rate";
  readonly key: string;
  readonly text: string;
  /** What it can move by itself: an amount, what else is told of an account, or nothing. */
  readonly moves: "amount" | "other" | "nothing";
  readonly recordedAt: Instant | null;
  readonly source: {
    readonly system: string;
    readonly key: string;
    readonly file: string | null;
    readonly line: number | null;
  } | null;
  readonly accountIds: readonly AccountId[];
}

const kinds = {
  line: "line",
  account: "account",
  merge: "merge",
  split: "split",
  attribute: "attribute",
  fx_rate: "rate",
} as const;

type Changed = Exclude<Fact, { kind: "journal" | "usage" }>;
type Who = (fact: Changed) => readonly AccountId[];

/** What words need to know: whose a fact is before and after, what accounts are called, and what took a line back. */
export interface Told {
  readonly before: Who;
  readonly after: Who;
  readonly nameOf: (id: string) => string;
  readonly withdrawal: (line: ContractLine) => ContractLine | null;
}

/** Tells a changed fact. */
export function toldChange({ before, after }: FactChange, told: Told): ToldChange | null {
  const fact = (after ?? before) as Changed | null;
  if (fact === null || !(fact.kind in kinds)) return null;
  const ids = [
    ...(before ? told.before(before as Changed) : []),
    ...(after ? told.after(after as Changed) : []),
  ];
  // What took a line back is a version of it that does not count.
  const by = after ?? (fact.kind === "line" ? told.withdrawal(fact) : null);
  return {
    kind: kinds[fact.kind],
    key: keyOf(fact),
    text: textOf(before as Changed | null, after as Changed | null, told.nameOf),
    moves: movesOf(before as Changed | null, fact),
    recordedAt: by?.recordedAt ?? null,
    source: { ...(by ?? fact).source },
    accountIds: [...new Set(ids)],
  };
}

/** That an account became known moves nothing: its lines do, which are told beside it. */
function movesOf(before: Changed | null, fact: Changed): ToldChange["moves"] {
  if (fact.kind === "account") return "nothing";
  if (fact.kind === "attribute") return "other";
  if (fact.kind !== "line" || before?.kind !== "line" || fact === before) return "amount";
  const moved = lineChanges(before, fact, (id) => id);
  if (moved.length === 0) return "nothing";
  return moved.some((change) => /^(account|price|days|kind) /.test(change)) ? "amount" : "other";
}

function keyOf(fact: Changed): string {
  if (fact.kind === "line") return fact.lineId;
  if (fact.kind === "fx_rate") return `${fact.base} to ${fact.quote} ${fact.effectiveOn}`;
  if (fact.kind === "attribute") return `${fact.accountId} ${fact.attribute} ${fact.effectiveOn}`;
  return fact.accountId;
}

type NameOf = Told["nameOf"];

function textOf(before: Changed | null, after: Changed | null, nameOf: NameOf): string {
  const fact = after ?? before;
  if (fact === null) return "";
  if (after === null) return `${said(fact, nameOf)}: taken back`;
  if (before === null) return said(after, nameOf);
  if (before.kind === "line" && after.kind === "line") {
    const moved = lineChanges(before, after, nameOf);
    return `${after.product}: ${moved.length > 0 ? moved.join(", ") : "told again, without another amount or day"}`;
  }
  if (before.kind === "fx_rate" && after.kind === "fx_rate")
    return `1 ${after.base} is ${before.rate} → ${after.rate} ${after.quote} from ${after.effectiveOn}`;
  if (before.kind === "attribute" && after.kind === "attribute")
    return `${after.attribute} from ${after.effectiveOn}: ${before.value ?? "none"} → ${after.value ?? "none"}`;
  return said(after, nameOf);
}

function said(fact: Changed, nameOf: NameOf): string {
  if (fact.kind === "line") return `${fact.product}: ${priceOf(fact)}, ${daysOf(fact)}`;
  if (fact.kind === "account") return "The account became known";
  if (fact.kind === "merge")
    return `${nameOf(fact.accountId)} (${fact.accountId}) is ${nameOf(fact.intoId)} (${fact.intoId})`;
  if (fact.kind === "split")
    return `${fact.lineIds.length} lines of ${nameOf(fact.accountId)} belong to ${nameOf(fact.toId)}`;
  if (fact.kind === "fx_rate") return `1 ${fact.base} is ${fact.rate} ${fact.quote} from ${fact.effectiveOn}`;
  return `${fact.attribute} from ${fact.effectiveOn}: ${fact.value ?? "none"}`;
}

const daysOf = ({ startsOn, endsOn }: ContractLine): string => `${startsOn} to ${endsOn ?? "open end"}`;

function priceOf({ quantity, price, currency }: ContractLine): string {
  const per =
    price.of === "total"
      ? "in total"
      : `per ${price.per.count === 1 ? price.per.unit : `${price.per.count} ${price.per.unit}s`}`;
  return price.of === "unit"
    ? `${quantity} × ${price.net} ${currency} ${per}`
    : `${price.net} ${currency} ${per}`;
}

function lineChanges(before: ContractLine, after: ContractLine, nameOf: NameOf): string[] {
  const moved: string[] = [];
  const tell = (name: string, of: (line: ContractLine) => string) => {
    if (of(before) !== of(after)) moved.push(`${name} ${of(before)} → ${of(after)}`);
  };
  tell("account", (line) => nameOf(line.accountId));
  tell("price", priceOf);
  tell("days", daysOf);
  tell("kind", (line) => line.lineKind);
  tell("notice", (line) => line.noticeOn ?? "none");
  tell("renews", (line) => line.renews ?? "none");
  tell("product", (line) => line.product);
  return moved;
}
