import { useMutation, useQuery } from "@tanstack/react-query";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { useReadAnew } from "../../lib/use-recording.ts";

/** The catalogue of plays. */
export type Catalogue = Outputs["plays"]["catalogue"];
/** A play in the catalogue, with how its runs went. */
export type CataloguePlay = Catalogue["plays"][number];
/** One play with its versions. */
export type OnePlay = Outputs["plays"]["one"];
/** Runs at accounts. */
export type RunList = Outputs["plays"]["runs"];
/** A run of a play at an account. */
export type Run = RunList["runs"][number];
/** A play as somebody is writing it. */
export type Draft = Inputs["plays"]["save"]["draft"];
/** What sets a play off. */
export type Trigger = NonNullable<Draft["trigger"]>;

/** The id of a play or a run, as the server takes it. */
export type EntryId = Inputs["plays"]["one"]["play"];

/** The catalogue, asked for where it is shown. */
export function useCatalogue(enabled = true) {
  return useQuery({ ...trpc.plays.catalogue.queryOptions(), enabled });
}

/** What can be done with plays and runs; whatever is read of accounts is read anew after it. */
export function usePlayActions() {
  const starting = useMutation(trpc.plays.start.mutationOptions());
  const ending = useMutation(trpc.plays.end.mutationOptions());
  const saving = useMutation(trpc.plays.save.mutationOptions());
  const completing = useMutation(trpc.tasks.complete.mutationOptions());
  const reopening = useMutation(trpc.tasks.reopen.mutationOptions());
  const anew = useReadAnew();
  const then = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      await anew();
    }
  };
  return {
    start: (input: Inputs["plays"]["start"]) => then(starting.mutateAsync(input)),
    end: (input: Inputs["plays"]["end"]) => then(ending.mutateAsync(input)),
    save: (input: Inputs["plays"]["save"]) => then(saving.mutateAsync(input)),
    complete: (task: string) => then(completing.mutateAsync({ entryId: task as EntryId })),
    reopen: (task: string) => then(reopening.mutateAsync({ entryId: task as EntryId })),
  };
}
