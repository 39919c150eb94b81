import { useMutation } from "@tanstack/react-query";
import { dayText } from "../../lib/format.ts";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { offerUndo } from "../../lib/undo.ts";
import { useReadAnew } from "../../lib/use-recording.ts";
import { focusOnward } from "./inbox-keys.ts";

/** Something one was told. */
export type Item = Outputs["inbox"]["list"]["notices"][number];

/** What one makes of what one was told: done, put off until a day, open again; of several items at once as of one. */
export function useDealing(items: readonly Pick<Item, "id">[], title: string) {
  const doing = useMutation(trpc.inbox.done.mutationOptions());
  const snoozing = useMutation(trpc.inbox.snooze.mutationOptions());
  const read = useReadAnew();
  const of = async (deal: (id: string) => Promise<unknown>) => {
    await Promise.all(items.map(({ id }) => deal(id)));
  };
  const anew = async () => {
    const onward = focusOnward();
    await read();
    onward();
  };
  const reopen = async () => {
    await of((id) => doing.mutateAsync({ id, done: false }));
    await anew();
  };
  return {
    reopen,
    done: async () => {
      await of((id) => doing.mutateAsync({ id }));
      offerUndo(`Done: ${title}.`, reopen);
      await anew();
    },
    snooze: async (until: string) => {
      await of((id) => snoozing.mutateAsync({ id, until } as Inputs["inbox"]["snooze"]));
      offerUndo(`Put off until ${dayText(until)}: ${title}.`, reopen);
      await anew();
    },
  };
}
