import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { trpc } from "../../../lib/trpc.ts";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import type { Models } from "../health.ts";
import { BackTestCard } from "./back-test-card.tsx";
import { askedOf, type Draft, draftOf } from "./draft.ts";
import { FlagRules } from "./flag-rules.tsx";
import { ModelVersions } from "./model-versions.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { RulesCard } from "./rules-card.tsx";
import { Thresholds } from "./thresholds.tsx";
import { WeightsCard } from "./weights-card.tsx";

/** How health is scored: weights with what they would have said of the past, versions, thresholds, rules for red flags. */
export function HealthSettings() {
  const query = useQuery(trpc.health.models.queryOptions());
  return (
    <Loaded query={query} what="The health models" skeleton={<Skeleton className="h-[560px]" />}>
      {(models) => <Designer models={models} />}
    </Loaded>
  );
}

function Designer({ models }: { models: Models }) {
  const inForce = models.inForce.find(({ segment }) => segment === null)?.model ?? models.versions[0];
  const [base, setBase] = useState(inForce);
  const [draft, setDraft] = useState<Draft>(() => draftOf(inForce));
  const asked = askedOf(useDeferredValue(draft));
  return (
    <>
      <ModelVersions
        models={models}
        onTry={(version) => {
          setBase(version);
          setDraft(draftOf(version));
        }}
      />
      <WeightsCard models={models} base={base} draft={draft} onChange={setDraft} />
      <RulesCard policy={models.policy} draft={draft} onChange={setDraft} />
      <BackTestCard asked={asked} />
      <PreviewCard asked={asked} segments={models.segments} />
      <Thresholds policy={models.policy} />
      <FlagRules />
    </>
  );
}
