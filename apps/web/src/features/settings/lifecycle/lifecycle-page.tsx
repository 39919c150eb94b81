import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { AdoptionRules } from "./adoption-rules.tsx";
import { CoverageRules } from "./coverage-rules.tsx";
import { CriteriaSets } from "./criteria-sets.tsx";
import { IcpRules } from "./icp-rules.tsx";
import { Parameters } from "./parameters.tsx";
import { useRules } from "./rules.ts";
import { Versions } from "./versions.tsx";

/** The rules that stages, handoffs and coverage are concluded by. Each version holds from its day; days before keep theirs. */
export function LifecyclePage() {
  return (
    <SettingsPage at="/settings/lifecycle" title="Lifecycle">
      <Content />
    </SettingsPage>
  );
}

function Content() {
  const query = useRules();
  return (
    <Loaded query={query} what="The rules" skeleton={<Skeleton className="h-96" />}>
      {(rules) => (
        <>
          <CriteriaSets rules={rules} />
          <AdoptionRules rules={rules} />
          <CoverageRules rules={rules} />
          <IcpRules rules={rules} />
          <Parameters rules={rules} />
          <Versions />
        </>
      )}
    </Loaded>
  );
}
