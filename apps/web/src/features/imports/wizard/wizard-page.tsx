import { useNavigate } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { momentText } from "../../../lib/format.ts";
import { refusalOf } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Failed, Loaded, NoPermission, Skeleton } from "../../../ui/states.tsx";
import { HandInRefused } from "../hand-in.ts";
import { CheckStep } from "./check-step.tsx";
import { CommitStep } from "./commit-step.tsx";
import { Done } from "./done.tsx";
import { MapStep } from "./map-step.tsx";
import { PreviewStep } from "./preview-step.tsx";
import { StepBar } from "./step-bar.tsx";
import { type StepId, stepOf, steps } from "./steps.ts";
import { UploadStep } from "./upload-step.tsx";
import { type DraftWork, useDraft } from "./use-draft.ts";

const crumbs = [
  { label: "Data", to: "/data/imports" },
  { label: "Imports", to: "/data/imports" },
];

/** An import in five steps. What is prepared is kept on the server: one can leave and go on later. */
export function WizardPage({ first }: { first: ReactNode }) {
  const { search } = useSearchState();
  return (
    <Page title="New import" crumbs={crumbs}>
      {!mayI("imports.draft") ? (
        <div className="card">
          <NoPermission what="Importing" />
        </div>
      ) : search.done !== undefined ? (
        <Done id={search.done} />
      ) : (
        (first ?? <Steps />)
      )}
    </Page>
  );
}

function Steps() {
  const work = useDraft();
  const navigate = useNavigate();
  const { search } = useSearchState();
  const { draft, checked } = work;
  const asked = stepOf(search.step) ?? draft?.step ?? "upload";
  const reach = reachOf(work);
  const at =
    steps.findIndex(({ id }) => id === asked) <= steps.findIndex(({ id }) => id === reach) ? asked : reach;
  const go = (step: StepId) => {
    void navigate({ to: "/data/imports/new", search: { step } });
    if (draft && draft.step !== step) work.change(() => ({ step }));
  };
  const index = steps.findIndex(({ id }) => id === at);
  const next = steps[index + 1];
  const before = steps[index - 1];
  const ready = next !== undefined && steps.findIndex(({ id }) => id === reach) > index;
  return (
    <Loaded query={work.query} what="The import" skeleton={<Skeleton className="h-64" />}>
      {() => (
        <div className="flex flex-col gap-4" data-step={at}>
          <StepBar now={at} reach={reach} onStep={go} />
          <StepHead step={at} />
          <Problems work={work} />
          {at === "upload" && <UploadStep work={work} />}
          {draft && checked && at !== "upload" && <Step step={at} work={{ ...work, draft, checked }} />}
          {draft && (
            <div className="flex flex-wrap items-center gap-2">
              {before && (
                <Button size="large" onClick={() => go(before.id)}>
                  Back
                </Button>
              )}
              {next && (
                <Button
                  look="primary"
                  size="large"
                  disabled={!ready || work.busy}
                  onClick={() => go(next.id)}
                >
                  Continue: {next.title}
                </Button>
              )}
              <span role="status" className="text-2xs text-subtle">
                {work.checking
                  ? "Reading the files. Nothing is stored by a check."
                  : `Kept until ${momentText(draft.expiresAt)}`}
              </span>
              <span className="flex-1" />
              <ConfirmButton
                label="Throw this draft away"
                title="Throw this draft away?"
                verb="Throw it away"
                look="quiet"
                onConfirm={async () => {
                  await work.discard();
                  void navigate({ to: "/data/imports/new", search: {} });
                }}
              >
                The files and what was said of them go. Nothing has been imported.
              </ConfirmButton>
            </div>
          )}
        </div>
      )}
    </Loaded>
  );
}

/** The last step that can be gone to: questions are answered before rows are checked, and something must be left to import. */
function reachOf({ draft, checked }: ReturnType<typeof useDraft>): StepId {
  if (!draft || draft.files.length === 0) return "upload";
  if (!checked) return "commit";
  const { report } = checked;
  const open = report.files.some((file) => file.kind === null || file.questions.length > 0);
  return open || report.stopped.some(({ code }) => code !== "E_SAFETY") ? "map" : "commit";
}

function Step({ step, work }: { step: StepId; work: DraftWork }) {
  if (step === "map") return <MapStep work={work} />;
  if (step === "check") return <CheckStep work={work} />;
  return step === "preview" ? <PreviewStep work={work} /> : <CommitStep work={work} />;
}

/** The step's name; the focus goes there when the step changes, so that a screen reader says where one is. */
function StepHead({ step }: { step: StepId }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<StepId>(step);
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus({ preventScroll: true });
    shown.current = step;
  }, [step]);
  const at = steps.findIndex(({ id }) => id === step);
  return (
    <h2 ref={heading} tabIndex={-1} className="px-1 text-md font-semibold">
      <span className="sr-only">
        Step {at + 1} of {steps.length}:{" "}
      </span>
      {steps[at]?.about}
    </h2>
  );
}

function Problems({ work: { problem, checkError } }: { work: ReturnType<typeof useDraft> }) {
  if (checkError)
    return (
      <div className="card">
        <Failed what="What importing would do" error={checkError} />
      </div>
    );
  if (!problem) return null;
  const message = problem instanceof HandInRefused ? problem.message : refusalOf(problem).message;
  return (
    <p role="alert" className="card flex items-start gap-2 p-4 text-xs">
      <CircleAlert size={16} strokeWidth={1.5} aria-hidden className="mt-0.5 flex-none text-negative" />
      {message}
    </p>
  );
}
