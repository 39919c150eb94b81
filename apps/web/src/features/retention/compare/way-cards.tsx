import type { ReactNode } from "react";
import { policyWords } from "../../../lib/policy-words.ts";
import { policyNames } from "../../../lib/scope.ts";
import type { PolicyChoice } from "../../../lib/search.ts";
import { wayName } from "../../../lib/way-names.ts";
import type { CompareView, WayView } from "./compare-data.ts";
import { OwnChoices } from "./own-choices.tsx";

const choices = Object.keys(policyWords) as PolicyChoice[];

/** What each way is: whom it imitates, what it goes back to, and where it counts otherwise than the house. */
export function WayCards({ view, names }: { view: CompareView; names: readonly string[] }) {
  return (
    <div className="grid items-start gap-4 @[55rem]/page:grid-cols-2 @[82rem]/page:grid-cols-3">
      {view.ways.map((way, i) => (
        <WayCard key={names[i] ?? i} name={names[i] ?? ""} way={way} view={view} />
      ))}
    </div>
  );
}

function WayCard({ name, way, view }: { name: string; way: WayView; view: CompareView }) {
  const preset = view.offered.presets.find(({ id }) => id === name);
  const apart = otherwise(view.policy, way.policy);
  return (
    <section className="card flex min-w-0 flex-col gap-2 px-4 py-3" aria-label={wayName(name)}>
      <h2 className="text-sm font-semibold">{wayName(name)}</h2>
      {preset && (
        <>
          <p className="text-xs text-muted">{preset.imitates}</p>
          <p className="text-2xs text-subtle">{preset.source}.</p>
        </>
      )}
      {name.startsWith("on:") && (
        <p className="text-xs text-muted">
          The same period by the definitions that were in force on that day.
        </p>
      )}
      {name === "own" && <OwnChoices house={view.policy} />}
      {way.fault !== null ? (
        <p role="alert" className="text-xs text-negative">
          {way.fault}.
        </p>
      ) : apart.length === 0 ? (
        <p className="text-xs text-muted">Counts as the house does: nothing differs.</p>
      ) : (
        <dl className="mt-auto border-t border-line pt-1 text-xs">
          {apart.map(({ key, label, house, theirs }) => (
            <Choice key={key} label={label}>
              <span className="text-subtle line-through decoration-input">{house}</span>{" "}
              <span className="font-medium">{theirs}</span>
            </Choice>
          ))}
        </dl>
      )}
    </section>
  );
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-3 py-0.5">
      <dt className="text-muted">{label}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}

type Policy = CompareView["policy"];

/** The choices that are not the house's, in words. */
function otherwise(house: Policy, theirs: Policy | null) {
  if (theirs === null) return [];
  return choices.flatMap((key) => {
    const name = (policyNames[key] ?? key) as keyof Policy;
    const [own, other] = [String(house[name]), String(theirs[name])];
    if (own === other) return [];
    const words = (value: string) => policyWords[key].values[value]?.[0] ?? value;
    return [{ key, label: policyWords[key].name, house: words(own), theirs: words(other) }];
  });
}
