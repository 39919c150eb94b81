import { ChevronRight } from "lucide-react";
import { useRecording } from "../../lib/use-recording.ts";
import { Button } from "../../ui/button.tsx";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import { StageMark, stageLooks } from "../../ui/stage-mark.tsx";
import { Withdraw } from "../../ui/withdraw.tsx";
import { Clauses } from "./clauses.tsx";
import { type FormKey, mayUse } from "./entry-forms.ts";
import type { Clause, Gate, Standing } from "./lifecycle.ts";
import type { Ask } from "./lifecycle-tab.tsx";
import { remediesOf } from "./remedies.ts";

interface Props {
  gate: Gate;
  standing: Standing;
  has: (form: FormKey) => boolean;
  onAsk: Ask | null;
}

/** What somebody must be allowed to write to take the evidence of a clause back. */
function writtenBy({ id, state }: Clause): FormKey {
  if (id === "csm_flag") return "onboarded_flag";
  return state === "waived" ? "waiver" : "evidence";
}

/** One gate, clause by clause, with its evidence and the ways to mend what does not hold. */
export function GateCard({ gate, standing, has, onAsk }: Props) {
  const { withdraw } = useRecording(standing.accountId);
  const { name } = stageLooks[gate.gate];
  const holds = gate.clauses.filter(({ state }) => state === "met" || state === "waived").length;
  return (
    <details
      key={String(gate.passed)}
      data-gate={gate.gate}
      open={!gate.passed || gate.gate === standing.earned}
      className="card group p-4"
    >
      <summary className="flex list-none items-center justify-between gap-3 rounded-sm [&::-webkit-details-marker]:hidden">
        <span className="flex items-center gap-2">
          <ChevronRight
            size={14}
            strokeWidth={1.75}
            aria-hidden
            className="text-subtle group-open:rotate-90"
          />
          <h2 className="text-sm font-semibold">
            <span className="sr-only">Gate to </span>
            <StageMark stage={gate.gate} />
          </h2>
        </span>
        <span className="num text-2xs text-muted">
          {gate.passed
            ? `Passed, ${holds} of ${gate.clauses.length}`
            : gate.lapsed
              ? "Out of date"
              : `${holds} of ${gate.clauses.length} hold`}
        </span>
      </summary>
      <div className="mt-3">
        <Clauses
          clauses={gate.clauses}
          action={(clause) =>
            onAsk !== null &&
            remediesOf(clause, { standing, asksWaiver: standing.earned !== null, has }, mayUse).map(
              ({ key, label, start }) => (
                <Button
                  key={key}
                  aria-haspopup="dialog"
                  onClick={() => onAsk(key, start)}
                  aria-label={`${label}: ${clause.label}`}
                >
                  {label}
                </Button>
              ),
            )
          }
          ofEvidence={({ entryId, observed }, clause) =>
            onAsk !== null &&
            entryId !== null &&
            clause.state !== "not_counted" &&
            mayUse(writtenBy(clause)) && (
              <Withdraw
                title={`Withdraw what shows ${clause.label.toLowerCase()}?`}
                note={`“${observed}” stays readable and no longer counts for ${name}.`}
                name={`Withdraw evidence of ${clause.label}: ${observed}`}
                onWithdraw={(reason) => withdraw(entryId, reason)}
              />
            )
          }
        />
        <p className="mt-3 pl-[39px] text-2xs text-muted">
          <OpensPanel panel={`def:${gate.gate}`} data-definition="" className="term min-h-6">
            What {name} means
          </OpensPanel>
        </p>
      </div>
    </details>
  );
}
