import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { refusalOf } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { useRemoveDemo } from "./use-remove-demo.ts";

/** Says that the company is invented, and removes it on request. */
export function DemoBanner() {
  const [asking, setAsking] = useState(false);
  const { removal: remove, last } = useRemoveDemo();
  return (
    <section
      aria-label="Demo data"
      className="no-print flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-line bg-surface px-4 py-2 text-xs"
    >
      <FlaskConical size={16} strokeWidth={1.5} aria-hidden className="flex-none text-subtle" />
      <p className="min-w-0 flex-1 basis-56 text-muted">
        {remove.isError
          ? refusalOf(remove.error).message
          : asking
            ? `Remove every account, line and movement of the demo company${last ? ", and its people? You are one of them: setting up your own workspace comes next, with the token the server printed." : "?"}`
            : "You are looking at an invented company, so that every page has something to show."}
      </p>
      {asking ? (
        <span className="flex gap-2">
          <Button look="danger" onClick={() => remove.mutate()} disabled={remove.isPending}>
            {remove.isPending ? "Removing" : "Remove it"}
          </Button>
          <Button onClick={() => setAsking(false)} disabled={remove.isPending}>
            Keep it
          </Button>
        </span>
      ) : (
        mayI("workspace.removeDemo") && <Button onClick={() => setAsking(true)}>Remove demo data</Button>
      )}
    </section>
  );
}
