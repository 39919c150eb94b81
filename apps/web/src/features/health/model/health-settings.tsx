import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "../../../lib/trpc.ts";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import type { Models } from "../health.ts";
import { BackTestCard } from "./back-test-card.tsx";
import { FlagRules } from "./flag-rules.tsx";
import { ModelVersions } from "./model-versions.tsx";
import { Thresholds } from "./thresholds.tsx";
import { sumOf, type Weights, weightsOf } from "./weights.ts";
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
  const [weights, setWeights] = useState<Weights>(() => weightsOf(inForce?.parts ?? []));
  return (
    <>
      <ModelVersions
        models={models}
        onTry={(version) => {
          setBase(version);
          setWeights(weightsOf(version.parts));
        }}
      />
      <WeightsCard models={models} base={base} weights={weights} onChange={setWeights} />
      <BackTestCard weights={sumOf(weights) === 100 ? weights : null} />
      <Thresholds policy={models.policy} />
      <FlagRules />
    </>
  );
}
