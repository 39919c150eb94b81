import { useSearchState } from "../../lib/use-search.ts";
import { later, useFetchedSoon } from "../../ui/later.tsx";
import { panelAddress } from "./panel-address.ts";

const DefinitionPanel = later(async () => (await import("./definition-panel.tsx")).DefinitionPanel);
const ContributorsPanel = later(async () => (await import("./contributors-panel.tsx")).ContributorsPanel);

const soon = [DefinitionPanel, ContributorsPanel];

/** The panel the address asks for, if any. */
export function SidePanels() {
  const { search } = useSearchState();
  useFetchedSoon(soon);
  const address = panelAddress(search["panel"]);
  if (!address) return null;
  if (address.kind === "definition") return <DefinitionPanel key={address.term} term={address.term} />;
  return (
    <ContributorsPanel
      key={search["panel"]}
      term={address.term}
      step={address.step}
      group={address.group}
      within={address.within}
    />
  );
}
