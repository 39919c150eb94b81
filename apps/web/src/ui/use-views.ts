import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, trpc } from "../lib/trpc.ts";
import { offerUndo } from "../lib/undo.ts";

/** A view of a list. */
export type View = Outputs["views"]["list"][number];
/** The pages views can be kept of. */
export type ViewPath = Inputs["views"]["list"]["path"];

const none: readonly View[] = [];

/** The views of a page. */
export function useViews(path: ViewPath): readonly View[] {
  return useQuery(trpc.views.list.queryOptions({ path })).data ?? none;
}

type Change = Omit<Inputs["views"]["change"], "entryId">;

/** What can be done with views. Deleting one says so and offers the way back. */
export function useViewDeeds() {
  const client = useQueryClient();
  const saving = useMutation(trpc.views.save.mutationOptions());
  const changing = useMutation(trpc.views.change.mutationOptions());
  const removing = useMutation(trpc.views.remove.mutationOptions());
  const restoring = useMutation(trpc.views.restore.mutationOptions());
  const anew = () => client.invalidateQueries({ queryKey: trpc.views.list.queryKey() });
  return {
    save: async (view: Inputs["views"]["save"]) => {
      const { entryId } = await saving.mutateAsync(view);
      await anew();
      return entryId;
    },
    change: async ({ entryId }: View, change: Change) => {
      await changing.mutateAsync({ entryId, ...change });
      await anew();
    },
    remove: async ({ entryId, name }: View) => {
      await removing.mutateAsync({ entryId });
      await anew();
      offerUndo(`Deleted the view “${name}”.`, async () => {
        await restoring.mutateAsync({ entryId });
        await anew();
      });
    },
  };
}
