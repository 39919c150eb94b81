import { holdersOf } from "../../lib/holders.ts";
import { refusalOf } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { useRemoveDemo } from "./use-remove-demo.ts";

/** Before the first import: the demo company makes room for one's own. */
export function RemoveDemo() {
  const allowed = mayI("workspace.removeDemo");
  const { removal: remove, last } = useRemoveDemo();
  return (
    <section className="card px-6 py-8 text-center" aria-labelledby="remove-demo">
      <h2 id="remove-demo" className="text-md font-medium">
        Remove the demo company before you import your own
      </h2>
      <p className="mx-auto mt-1 max-w-[64ch] text-xs text-muted">
        Invented and real customers in one book would make every figure wrong. The demo company can be loaded
        again into an empty workspace.
        {last &&
          " Its people go with it, you among them: setting up your own workspace comes next, with the token the server printed."}
      </p>
      {allowed ? (
        <Button
          look="primary"
          size="large"
          className="mt-4"
          disabled={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {remove.isPending ? "Removing the demo company" : "Remove the demo company"}
        </Button>
      ) : (
        <p className="mt-3 text-xs">{holdersOf("workspace.removeDemo")} can remove it.</p>
      )}
      {remove.isError && (
        <p role="alert" className="mt-3 text-xs text-negative">
          {refusalOf(remove.error).message}
        </p>
      )}
    </section>
  );
}
