import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc.ts";
import { meaningWords } from "./words.ts";

/** What each term is called: its name, or what stages are called while the glossary is on its way. */
export function useTermNames(): (id: string) => string {
  const { data } = useQuery(trpc.glossary.list.queryOptions());
  const names = new Map(data?.map(({ id, name }): [string, string] => [id, name]));
  return (id) => names.get(id) ?? (meaningWords as Readonly<Record<string, string>>)[id] ?? id;
}
