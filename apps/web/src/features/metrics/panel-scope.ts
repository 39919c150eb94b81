import { useMemo } from "react";
import { valueName } from "../../lib/dimension-names.ts";
import { type Scope, scopeOf } from "../../lib/scope.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { wayName } from "../../lib/way-names.ts";
import { wayOf } from "../../lib/ways.ts";
import type { PanelWithin } from "./panel-address.ts";

/** The page's question, for some accounts alone or counted another way, as the panel asks it. */
export function usePanelScope(within: PanelWithin): Scope {
  const { search } = useSearchState();
  return useMemo(() => {
    const scope = scopeOf(search);
    const filters = { ...scope.filters, ...within.filters };
    const { policy, ...way } = within.as === null ? { policy: {} } : wayOf(within.as, search);
    const choices = { ...scope.policy, ...policy };
    return {
      ...scope,
      ...(Object.keys(filters).length > 0 ? { filters } : {}),
      ...(Object.keys(choices).length > 0 ? { policy: choices } : {}),
      ...way,
    } as Scope;
  }, [search, within]);
}

/** Which accounts alone, and by which way, in words. */
export function withinText({ filters, as }: PanelWithin): string[] {
  const values = Object.entries(filters).map(([dimension, list]) =>
    list.length > 2 ? `${list.length} values` : list.map((value) => valueName(value, dimension)).join(" or "),
  );
  return as === null ? values : [...values, wayName(as)];
}
