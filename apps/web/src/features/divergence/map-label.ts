import { useMutation } from "@tanstack/react-query";
import type { LabelMeaning } from "@termwise/core/facts";
import { trpc } from "../../lib/trpc.ts";
import { offerUndo } from "../../lib/undo.ts";
import type { LabelRow } from "./labels-page.tsx";
import { useAskAgain } from "./report.ts";
import { meaningWords } from "./words.ts";

/** Says what a label means, from a day on where one is given, with a way back. */
export function useMapLabel(): (
  row: Pick<LabelRow, "system" | "field" | "label">,
  means: LabelMeaning,
  from?: string,
) => Promise<void> {
  const again = useAskAgain();
  const { mutateAsync: map } = useMutation(trpc.divergence.mapLabel.mutationOptions());
  const { mutateAsync: withdraw } = useMutation(trpc.journal.withdraw.mutationOptions());
  return async ({ system, field, label }, means, from) => {
    const asked = { system, field, label, means, ...(from !== undefined && { from }) };
    const { entryId } = await map(asked as Parameters<typeof map>[0]);
    await again();
    offerUndo(`${label} means ${meaningWords[means]}`, async () => {
      await withdraw({ entryId, reason: "Undone right after it was done." });
      await again();
    });
  };
}
