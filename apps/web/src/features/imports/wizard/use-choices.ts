import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";

/** What can be changed of a draft at once. */
type DraftChange = Omit<Inputs["imports"]["changeDraft"], "version">;
/** What is chosen for a draft, as it is sent. */
type Chosen = Required<Pick<DraftChange, "mapping" | "edits" | "step">>;
/** The import one is preparing. */
export type Draft = Omit<NonNullable<Outputs["imports"]["draft"]>, keyof Chosen> & Chosen;
/** Something chosen: what changes of the draft as it stands once its turn comes. */
type Choice = (draft: Draft) => DraftChange;

/** Choices made in a row: of one that is refused, those after it were made on what never came to be. */
interface Row {
  refused?: Error;
}

/** Whatever changes the draft is sent one after the other. */
export const inOrder = { id: "import draft" } as const;

/** The draft as it will be once what is chosen has been taken in. */
export function withChoices(draft: Draft, waiting: readonly Choice[]): Draft {
  let shown = draft;
  for (const choice of waiting) {
    const { mapping = shown.mapping, edits = shown.edits, step = shown.step } = choice(shown);
    shown = { ...shown, mapping, edits, step };
  }
  return shown;
}

/** What is chosen faster than the server answers: kept in order, each sent with the version the one before it made. */
export function useChoices() {
  const client = useQueryClient();
  const key = trpc.imports.draft.queryKey();
  const row = useRef<Row>({});
  const [waiting, setWaiting] = useState<readonly Choice[]>([]);
  const choices = useMutation({
    scope: inOrder,
    mutationFn: async ({ choice, of }: { choice: Choice; of: Row }) => {
      if (of.refused) throw of.refused;
      const held = client.getQueryData(key);
      return held ? api.imports.changeDraft.mutate({ version: held.version, ...choice(held) }) : null;
    },
    onMutate: ({ choice }) => setWaiting((before) => [...before, choice]),
    onSuccess: async (next) => {
      // An answer that is on its way was given before this one.
      await client.cancelQueries({ queryKey: key });
      client.setQueryData(key, next);
    },
    onError: (error, { of }) => {
      of.refused = error;
      if (row.current === of) row.current = {};
      // Another window was faster, or nobody knows whether it was taken in: what the draft is now is shown.
      return client.invalidateQueries({ queryKey: key });
    },
    onSettled: (_, __, { choice }) => setWaiting((before) => before.filter((one) => one !== choice)),
  });
  return {
    waiting,
    choices,
    choose: (choice: Choice) => choices.mutate({ choice, of: row.current }),
  };
}
