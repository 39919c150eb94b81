import { useMutation, useQueryClient } from "@tanstack/react-query";
import { counted } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";

/** Every check as the page shows it. */
export type Quality = Outputs["quality"]["checks"];
/** One check. */
export type Check = Quality["checks"][number];

/** How much a finding matters, in words and in a sign of its own. */
export const severityLooks: Readonly<
  Record<Check["severity"], { name: string; tone: "negative" | "warning" | "info" }>
> = {
  error: { name: "Error", tone: "negative" },
  warning: { name: "Warning", tone: "warning" },
  notice: { name: "Notice", tone: "info" },
};

/** Checks by what is to be done about them. What had nothing to look at is not said to be right. */
interface Sorted<One> {
  readonly found: readonly One[];
  readonly muted: readonly One[];
  readonly inOrder: readonly One[];
  readonly notYet: readonly One[];
}

/** Sorts checks into their groups, each in the order they came in. */
export function sorted<One extends Pick<Check, "failing" | "looked"> & { readonly muted: object | null }>(
  checks: readonly One[],
): Sorted<One> {
  const open = checks.filter(({ muted }) => !muted);
  return {
    found: open.filter(({ failing }) => failing > 0),
    muted: checks.filter(({ muted }) => muted),
    inOrder: open.filter(({ failing, looked }) => failing === 0 && looked > 0),
    notYet: open.filter(({ failing, looked }) => failing === 0 && looked === 0),
  };
}

/** The page in one sentence: of the checks that looked at something, how many find something. */
export function verdictOf({ found, inOrder, notYet }: Sorted<unknown>): string {
  const looked = found.length + inOrder.length;
  const waiting = notYet.length === 0 ? "" : `; ${notYet.length} not checked yet`;
  if (looked === 0) return "Nothing is checked yet";
  if (found.length === 0)
    return notYet.length === 0 ? "Every check passes" : `${counted(looked, "check")} passed${waiting}`;
  return `${found.length} of ${counted(looked, "check")} ${found.length === 1 ? "finds" : "find"} something${waiting}`;
}

/** Says how a check is looked after; the page follows at once. */
export function useSetCheck() {
  const client = useQueryClient();
  return useMutation(
    trpc.quality.set.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: trpc.quality.pathKey() }),
    }),
  );
}
