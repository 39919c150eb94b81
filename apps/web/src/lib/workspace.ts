import { useQuery } from "@tanstack/react-query";
import { type Outputs, trpc } from "./trpc.ts";

/** The company whose data is open: its months, currencies, filter values and policy. */
export type Workspace = Outputs["workspace"]["get"];

/** The open workspace. Every page stands inside the shell, which waits for it. */
export function useWorkspace(): Workspace {
  const { data } = useQuery(trpc.workspace.get.queryOptions());
  if (!data) throw new Error("the workspace is read before any page");
  return data;
}
