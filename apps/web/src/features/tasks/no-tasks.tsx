import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/states.tsx";
import type { Whose } from "./tasks.ts";

const filters = { q: "search", assignee: "for", priority: "priority", source: "from" } as const;

/** Nothing to do: because of the filters, because everything is done, or because nobody has written anything down yet. */
export function NoTasks({ whose, onAdd }: { whose: Whose; onAdd: () => void }) {
  const { search, change } = useSearchState();
  const set = Object.entries(filters).filter(([key]) => search[key] !== undefined);
  const add = mayI("journal.record") && (
    <Button look="primary" size="large" aria-haspopup="dialog" onClick={onAdd}>
      Add a task
    </Button>
  );
  return (
    <div className="card">
      {set.length > 0 ? (
        <Empty
          title="No task is left by these choices."
          actions={set.map(([key, name]) => (
            <Button key={key} onClick={() => change({ [key]: undefined })}>
              Remove {name}: {search[key] === "~" ? "nobody" : search[key]}
            </Button>
          ))}
        />
      ) : whose === "all" ? (
        <Empty title="Nothing is left to do." actions={add}>
          Tasks are added by hand, and come from divergences that somebody is to set right.
        </Empty>
      ) : (
        <Empty
          title={
            whose === "mine" ? "Nothing of yours is left to do." : "Nothing is left to do for your accounts."
          }
          actions={add}
        >
          <button type="button" className="text-link underline" onClick={() => change({ whose: "all" })}>
            Look at everybody’s tasks
          </button>
        </Empty>
      )}
    </div>
  );
}
