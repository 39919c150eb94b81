import { dayText, momentDay } from "../../../lib/format.ts";
import { mayI, useWho } from "../../../lib/who.ts";
import { Chip } from "../../../ui/chip.tsx";
import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import { Card } from "../term-parts.tsx";
import { ChangeView } from "./change-view.tsx";
import { type Definition, type Proposal, useDefinitionActions } from "./definition.ts";
import { Impact } from "./impact.tsx";
import { SignForm } from "./sign-form.tsx";

const states = {
  open: ["warning", "Waiting"],
  approved: ["positive", "Agreed"],
  rejected: ["negative", "Rejected"],
  overtaken: ["neutral", "Overtaken"],
} as const;
const words = { approve: "agreed", ask: "asks", reject: "rejected it" } as const;

/** Changes put forward that wait: what they say otherwise, what they would move, who has signed. */
export function Proposals({ definition }: { definition: Definition }) {
  const open = definition.proposals.filter(({ state }) => state === "open");
  if (open.length === 0) return null;
  return (
    <Card title="Proposed changes" id="proposals">
      {open.map((proposal) => (
        <ProposalView key={proposal.entryId} proposal={proposal} definition={definition} />
      ))}
    </Card>
  );
}

/** Changes that were put forward and not agreed on: rejected, or overtaken by another. Closed until they are asked for. */
export function EarlierProposals({ definition }: { definition: Definition }) {
  const earlier = definition.proposals.filter(({ state }) => state !== "open");
  if (earlier.length === 0) return null;
  return (
    <details className="card px-4 py-3">
      <summary className="rounded-sm text-sm font-semibold">
        Earlier proposals <span className="num font-normal text-subtle">{earlier.length}</span>
      </summary>
      <div className="mt-2 flex flex-col gap-2">
        {earlier.map((proposal) => (
          <ProposalView key={proposal.entryId} proposal={proposal} definition={definition} />
        ))}
      </div>
    </details>
  );
}

function ProposalView({ proposal, definition }: { proposal: Proposal; definition: Definition }) {
  const { withdraw } = useDefinitionActions();
  const { member } = useWho();
  const [tone, label] = states[proposal.state];
  const open = proposal.state === "open";
  const base = definition.versions.find(({ version }) => version === proposal.base);
  const mine = proposal.teams.filter(({ team }) => proposal.signsFor.includes(team));
  return (
    <article
      aria-label={`Proposal of ${momentDay(proposal.at)}`}
      className="flex flex-col gap-3 not-first:border-t not-first:border-line not-first:pt-3"
    >
      <div>
        <p className="flex flex-wrap items-center gap-2 text-xs">
          <Chip tone={tone}>{label}</Chip>
          <span>
            {proposal.byName ?? "Somebody"}, {momentDay(proposal.at)}, against version {proposal.base}; to
            hold from {dayText(proposal.takesEffectOn)}
          </span>
        </p>
        <p className="mt-1 max-w-[72ch] text-xs text-muted">{proposal.reason}</p>
      </div>
      {base && (
        <ChangeView
          before={base}
          after={{ text: proposal.text, parameters: { ...base.parameters, ...proposal.parameters } }}
          parameters={definition.parameters}
        />
      )}
      {open && (
        <section aria-label="What it would move">
          <h3 className="mb-1 text-2xs font-medium text-subtle">What it would move</h3>
          <Impact termId={definition.termId} parameters={proposal.parameters} />
        </section>
      )}
      <ul className="flex flex-col gap-1 text-xs" aria-label="What the teams said">
        {proposal.teams.map(({ team, name, word }) => (
          <li key={team}>
            <span className="font-medium">{name}</span>{" "}
            {word ? (
              <>
                {words[word.decision]}: {word.typedName}, {momentDay(word.at)}
                {word.comment && <span className="text-muted"> “{word.comment}”</span>}
              </>
            ) : (
              <span className="text-subtle">has not signed</span>
            )}
          </li>
        ))}
      </ul>
      {open && mine.length > 0 && mayI("definitions.sign") && <SignForm proposal={proposal} teams={mine} />}
      {open && proposal.by === member.id && (
        <div>
          <ConfirmButton
            label="Withdraw"
            title="Withdraw this proposal?"
            look="plain"
            onConfirm={() =>
              withdraw.mutateAsync({ proposal: proposal.entryId, reason: "Withdrawn by who proposed it" })
            }
          >
            What was said of it stays on record; the version in force is not touched.
          </ConfirmButton>
        </div>
      )}
    </article>
  );
}
