import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useScope } from "../../../lib/scope.ts";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";

/** The ARR bridge with its comparison and its groups, for one scope. */
export type ArrBridgeView = Outputs["retention"]["bridge"];
/** One row of a bridge: an end, a step, or a reason in a step. */
export type BridgeRow = ArrBridgeView["rows"][number];
/** What no movement explains, and where to look. */
export type BridgeAudit = ArrBridgeView["audit"];

type Asked = Inputs["retention"]["bridge"];

/** The bridge the address asks for; the last one stays in sight while the next is on its way. */
export function useArrBridge() {
  const scope = useScope();
  const { search } = useSearchState();
  const asked = {
    ...scope,
    compare: search["compare"] ?? "prior-year",
    ...(search["by"] ? { by: search["by"] } : {}),
  } as Asked;
  return useQuery(trpc.retention.bridge.queryOptions(asked, { placeholderData: keepPreviousData }));
}
