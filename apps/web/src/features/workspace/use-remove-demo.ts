import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc.ts";

/**
 * Removes the demo company. While nobody has set the installation up, whoever is here is one of the demo's people and
 * goes with it: then the first run comes next. `last` says so beforehand.
 */
export function useRemoveDemo() {
  const client = useQueryClient();
  const session = useQuery(trpc.session.get.queryOptions());
  const last = session.data?.doors.firstRun === true;
  const removal = useMutation(
    trpc.workspace.removeDemo.mutationOptions({
      onSuccess: () => (last ? location.assign("/setup") : client.invalidateQueries()),
    }),
  );
  return { removal, last };
}
