import { useSearchState } from "../../lib/use-search.ts";
import { ContributorsPanel } from "./contributors-panel.tsx";
import { DefinitionPanel } from "./definition-panel.tsx";
import { panelAddress } from "./panel-address.ts";

/** The panel the address asks for, if any. */
export function SidePanels() {
  const { search } = useSearchState();
  const address = panelAddress(search["panel"]);
  if (!address) return null;
  if (address.kind === "definition") return <DefinitionPanel key={address.term} term={address.term} />;
  return (
    <ContributorsPanel key={`${address.term} ${address.step}`} term={address.term} step={address.step} />
  );
}
