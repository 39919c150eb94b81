import type { ReactNode } from "react";
import { useSearchState } from "../../lib/use-search.ts";
import { Page } from "../../ui/page.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { AgendaTab } from "./agenda-tab.tsx";
import { StageFilters } from "./filters.tsx";
import { NumbersTab } from "./numbers-tab.tsx";
import { StagesTab } from "./stages-tab.tsx";
import { Tabs, tabOf } from "./tabs.tsx";
import { TimeTab } from "./time-tab.tsx";

const parts = { stages: StagesTab, numbers: NumbersTab, time: TimeTab, agenda: AgendaTab };

/** Where what systems say parts from evidence, where their numbers part from ours, and whether that gets better. */
export function DivergencePage({ filters }: { filters: ReactNode }) {
  const { search } = useSearchState();
  const tab = tabOf(search["tab"]);
  const Part = parts[tab];
  const filtered = tab === "stages" || tab === "time";
  return (
    <Page
      title="Divergence"
      term="divergence"
      crumbs={[{ label: "Glossary", to: "/glossary" }]}
      {...(filtered && { filters: <StageFilters search={tab === "stages"}>{filters}</StageFilters> })}
    >
      <Tabs at={tab} />
      <Part />
      <UndoToasts />
    </Page>
  );
}
