import { useState } from "react";
import { refusalOf } from "../lib/trpc.ts";
import { mayI } from "../lib/who.ts";
import { Button } from "./button.tsx";
import { Checkbox } from "./checkbox.tsx";
import { Form, Submit, useForm } from "./form.tsx";
import { FormMessage } from "./form-message.tsx";
import { TextField } from "./text-field.tsx";
import { useViewDeeds, type View, type ViewPath } from "./use-views.ts";

type Opened = Pick<View, "entryId" | "search">;

interface SaveProps {
  path: ViewPath;
  /** The page's address as a view keeps it. */
  here: string;
  onSaved: (view: Opened) => void;
}

/** Keeps the page as it is under a name. */
export function SaveView({ path, here, onSaved }: SaveProps) {
  const { save } = useViewDeeds();
  const form = useForm({
    start: { name: "", shared: false },
    check: ({ name }) => ({ name: name.trim() === "" ? "Give it a name." : undefined }),
    send: async ({ name, shared }) => {
      const entryId = await save({ path, name: name.trim(), search: here, shared });
      form.reset({ name: "", shared: false });
      onSaved({ entryId, search: here });
      return undefined;
    },
  });
  return (
    <Form form={form} label="Keep a view" className="border-t border-line pt-3">
      <TextField {...form.field("name")} label="Keep this as a view" autoComplete="off" maxLength={100} />
      <div className="flex items-center justify-between gap-2">
        <Checkbox
          label="Everybody sees it"
          checked={form.values.shared}
          onChange={(shared) => form.set({ shared })}
        />
        <Submit busy={form.busy}>Keep</Submit>
      </div>
      {form.message && <FormMessage text={form.message} />}
    </Form>
  );
}

interface DeedsProps {
  view: View;
  here: string;
  changed: boolean;
  onOpen: (view: Opened | null, replace?: boolean) => void;
}

/** What can be done with the view that is open. Who does not keep it can only go back to it. */
export function ViewDeeds({ view, here, changed, onOpen }: DeedsProps) {
  const deeds = useViewDeeds();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [renaming, setRenaming] = useState(false);
  const own = view.mine && mayI("views.change");
  const run = (work: () => Promise<void>) => {
    setTrouble(null);
    work().catch((error: unknown) => setTrouble(refusalOf(error).message));
  };
  if (!own && !changed) return null;
  return (
    <div className="border-t border-line pt-3">
      <div className="flex flex-wrap gap-2">
        {changed && own && (
          <Button look="primary" onClick={() => run(() => deeds.change(view, { search: here }))}>
            Save the change
          </Button>
        )}
        {changed && <Button onClick={() => onOpen(view)}>Reset</Button>}
        {own && (
          <>
            <Button onClick={() => setRenaming(!renaming)} aria-expanded={renaming}>
              Rename
            </Button>
            <Button onClick={() => run(() => deeds.change(view, { shared: !view.shared }))}>
              {view.shared ? "Keep it to myself" : "Share"}
            </Button>
            <Button
              look="danger"
              onClick={() =>
                run(async () => {
                  await deeds.remove(view);
                  onOpen(null, true);
                })
              }
            >
              Delete
            </Button>
          </>
        )}
      </div>
      {renaming && <Rename key={view.entryId} view={view} onDone={() => setRenaming(false)} />}
      {trouble && <FormMessage text={trouble} />}
    </div>
  );
}

function Rename({ view, onDone }: { view: View; onDone: () => void }) {
  const { change } = useViewDeeds();
  const form = useForm({
    start: { name: view.name },
    check: ({ name }) => ({ name: name.trim() === "" ? "Give it a name." : undefined }),
    send: async ({ name }) => {
      await change(view, { name: name.trim() });
      onDone();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Rename the view" className="mt-3">
      <TextField {...form.field("name")} label="Its name" autoComplete="off" maxLength={100} />
      <Submit busy={form.busy}>Rename</Submit>
      {form.message && <FormMessage text={form.message} />}
    </Form>
  );
}
