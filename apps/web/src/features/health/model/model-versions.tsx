import { useState } from "react";
import { dayText } from "../../../lib/format.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { ReasonForm } from "../../../ui/reason-form.tsx";
import { type Models, useHealthWrites } from "../health.ts";
import { ruleWords } from "./draft.ts";
import { VersionDiff } from "./version-diff.tsx";

type Version = Models["versions"][number];

/** Every version of every model: which one scores whom, and what it is made of. */
export function ModelVersions({ models, onTry }: { models: Models; onTry: (version: Version) => void }) {
  const { activate } = useHealthWrites();
  const [activating, setActivating] = useState<Version | null>(null);
  const [comparing, setComparing] = useState<Version | null>(null);
  const scores = (version: Version) =>
    models.inForce.filter(
      ({ model }) =>
        model.id === version.id && model.version === version.version && model.segment === version.segment,
    );
  return (
    <FormSection
      title="Models"
      note="What was measured by a version stays as it was; a new version scores from its day on."
      flush
    >
      <ul aria-label="Health models">
        {models.versions.map((version) => {
          const { id, name, version: number, segment, parts, since, reason, salesContext } = version;
          const inForce = scores(version).length > 0;
          return (
            <li
              key={`${id} ${number} ${segment ?? ""}`}
              data-model={`${id} ${number}`}
              className="border-t border-line px-4 py-3 text-xs"
            >
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p className="min-w-0">
                  <span className="font-medium">{name}</span>{" "}
                  <span className="num text-subtle">v{number}</span>{" "}
                  {inForce && (
                    <Chip tone="positive">
                      Scores{" "}
                      {segment ??
                        (models.inForce.length > scores(version).length
                          ? "every other account"
                          : "every account")}
                    </Chip>
                  )}{" "}
                  {!salesContext && <Chip>No sales context</Chip>}
                </p>
                <span className="flex gap-2">
                  <Button
                    aria-haspopup="dialog"
                    aria-label={`Compare ${name} v${number}`}
                    onClick={() => setComparing(version)}
                  >
                    Compare
                  </Button>
                  <Button aria-label={`Try ${name} v${number}`} onClick={() => onTry(version)}>
                    Try
                  </Button>
                  {!inForce && mayI("health.activateModel") && (
                    <Button
                      aria-haspopup="dialog"
                      aria-label={`Activate ${name} v${number}`}
                      onClick={() => setActivating(version)}
                    >
                      Activate
                    </Button>
                  )}
                </span>
              </div>
              <p className="num mt-1 text-muted">
                {parts
                  .map(
                    (part) =>
                      `${part.name} ${part.weight}${part.inverted ? ", turned round" : ""}${part.fullAt === 100 ? "" : ` (full from ${part.fullAt} %)`}`,
                  )
                  .join("; ")}
              </p>
              {ruleWords(version.rules).length > 0 && (
                <p className="num text-muted">Of its own: {ruleWords(version.rules).join("; ")}</p>
              )}
              <p className="text-2xs text-subtle">
                {since === null ? "Comes with the product" : `Since ${dayText(since)}: ${reason ?? ""}`}
              </p>
            </li>
          );
        })}
      </ul>
      <Dialog
        open={comparing !== null}
        onClose={() => setComparing(null)}
        title={comparing ? `${comparing.name} v${comparing.version} compared` : ""}
        wide
      >
        {comparing && <VersionDiff models={models} of={comparing} />}
      </Dialog>
      <Dialog
        open={activating !== null}
        onClose={() => setActivating(null)}
        title={activating ? `Activate ${activating.name} v${activating.version}` : ""}
        note="It scores from today on. Weeks that were measured keep their scores, and who was at risk in them; their bands are drawn by the new boundaries at once, so the bands foreseen stand after the next weekly measurement."
      >
        {activating && (
          <ReasonForm
            label="Activate"
            onGiven={(reason) => activate({ model: activating.id, version: activating.version, reason })}
            onClose={() => setActivating(null)}
          />
        )}
      </Dialog>
    </FormSection>
  );
}
