import { useQuery } from "@tanstack/react-query";
import { useScope } from "../../lib/scope.ts";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";

/** Everything known of one account. */
export type Account = Outputs["accounts"]["one"];

type Asked = Inputs["accounts"]["one"];

/** One account under the scope in the address. Filters do not apply to it: it is already one account. */
export function useAccount(accountId: string) {
  const { filters: _, ...scope } = useScope();
  return useQuery(trpc.accounts.one.queryOptions({ ...scope, accountId } as Asked));
}

/** The id in an address: what stands after `--` is for people and is not read. */
export function accountIdOf(parameter: string): string {
  return parameter.split("--")[0] ?? parameter;
}

/** Where a fact came from, in words. */
export function sourceText(
  source: { system: string; file: string | null; line: number | null } | null,
): string {
  if (!source) return "";
  if (!source.file) return source.system;
  return source.line === null ? source.file : `${source.file}, line ${source.line}`;
}

/** What an attribute of the account is today. */
export function attributeOf(account: Account, attribute: string): string | null {
  return account.attributes.find((one) => one.attribute === attribute)?.value ?? null;
}

/** What the account is worth on a day, in minor units of its currency. */
export function arrOn(account: Account, day: string): string {
  return account.series.filter(({ on }) => on <= day).at(-1)?.arr ?? "0";
}

/** The first day after the next end of a recurring line that is in force and was not renewed by another. */
export function nextRenewal(account: Account, today: string): string | null {
  const renewed = new Set(account.lines.map((line) => line.renews));
  const ends = account.lines.flatMap(({ lineId, lineKind, startsOn, endsOn }) =>
    lineKind === "recurring" &&
    startsOn <= today &&
    endsOn !== null &&
    endsOn >= today &&
    !renewed.has(lineId)
      ? [endsOn as string]
      : [],
  );
  const [next] = ends.sort();
  return next === undefined ? null : dayAfter(next);
}

const dayLength = 86_400_000;
const momentOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

function dayAfter(day: string): string {
  return new Date(momentOf(day) + dayLength).toISOString().slice(0, 10);
}

/** How many days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((momentOf(to) - momentOf(from)) / dayLength);
}
