import { useMutation, useQueryClient } from "@tanstack/react-query";
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

/** Says how a check is looked after; the page follows at once. */
export function useSetCheck() {
  const client = useQueryClient();
  return useMutation(
    trpc.quality.set.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: trpc.quality.pathKey() }),
    }),
  );
}
