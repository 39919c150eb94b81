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
