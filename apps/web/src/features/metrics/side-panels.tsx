import { lazy, Suspense } from "react";
import { useSearchState } from "../../lib/use-search.ts";
import { panelAddress } from "./panel-address.ts";

// Not part of the first page: a panel is opened later, or by an address that names it.
const DefinitionPanel = lazy(() =>
  import("./definition-panel.tsx").then((module) => ({ default: module.DefinitionPanel })),
);
const ContributorsPanel = lazy(() =>
  import("./contributors-panel.tsx").then((module) => ({ default: module.ContributorsPanel })),
);

/** The panel the address asks for, if any. */
export function SidePanels() {
  const { search } = useSearchState();
  const address = panelAddress(search["panel"]);
  if (!address) return null;
  return (
    <Suspense fallback={null}>
      {address.kind === "definition" ? (
        <DefinitionPanel key={address.term} term={address.term} />
      ) : (
        <ContributorsPanel key={`${address.term} ${address.step}`} term={address.term} step={address.step} />
      )}
    </Suspense>
  );
}
