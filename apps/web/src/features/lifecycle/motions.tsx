import { Link } from "@tanstack/react-router";
import { dayText, readable } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { mayUse } from "./entry-forms.ts";
import type { Standing } from "./lifecycle.ts";
import type { Ask } from "./lifecycle-tab.tsx";
import { expansionKinds } from "./motion-forms.ts";
import { StageTerm } from "./stage-term.tsx";

/** The motions over the earned stage: expansions that are open, and the renewal of the present term. */
export function Motions({ standing, onAsk }: { standing: Standing; onAsk: Ask | null }) {
  const { renewal, expansions, earned } = standing;
  if (earned === null) return null;
  const starts =
    onAsk !== null && renewal !== null && renewal.state !== "started" && mayUse("renewal_started");
  return (
    <section aria-label="Motions" className="card flex flex-col gap-4 p-4 text-xs">
      <div>
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <h2 className="text-sm font-semibold">
            <StageTerm stage="expansion" />
          </h2>
          {onAsk !== null && mayUse("expansion") && (
            <Button aria-haspopup="dialog" onClick={() => onAsk("expansion")}>
              Open an expansion
            </Button>
          )}
        </div>
        {expansions.length === 0 && <p className="text-muted">None is open.</p>}
        <ul className="flex flex-col gap-2">
          {expansions.map(({ entryId, entry: { type, openedOn, owner, source } }, index) => (
            <li key={entryId} className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
              <span>
                {expansionKinds[type]}, open since {dayText(openedOn)}
                <span className="block text-2xs text-muted">
                  Owned by {owner.name}
                  {source ? `, found by ${source.name}` : ", nobody is named who found it"}
                </span>
              </span>
              {index === 0 && onAsk !== null && mayUse("close_expansion") && (
                <Button aria-haspopup="dialog" onClick={() => onAsk("close_expansion")}>
                  Close it
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className="border-t border-line pt-4">
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <h2 className="text-sm font-semibold">
            <StageTerm stage="renewal" />
          </h2>
          {starts && (
            <Button aria-haspopup="dialog" onClick={() => onAsk("renewal_started")}>
              Start the renewal
            </Button>
          )}
        </div>
        {renewal === null ? (
          <p className="text-muted">No term ends: the contract runs on, or what follows is signed.</p>
        ) : (
          <>
            <p>
              Term ends {dayText(renewal.termEndsOn)}, opens {dayText(renewal.opensOn)}
            </p>
            <p className="text-muted">
              {readable(renewal.says)} {renewal.preparations.filter(({ state }) => state === "done").length}{" "}
              of {renewal.preparations.length} preparations are done.{" "}
              <Link
                to="/accounts/$accountId/renewals"
                params={{ accountId: standing.accountId }}
                className="text-link underline"
              >
                Prepare it
              </Link>
            </p>
          </>
        )}
      </div>
    </section>
  );
}
