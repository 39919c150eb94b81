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

const dayLength = 86_400_000;
const momentOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** How many days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((momentOf(to) - momentOf(from)) / dayLength);
}
