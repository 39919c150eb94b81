import type { WorkspaceId } from "@termwise/core/kernel";
import type { DemoPerson } from "@termwise/db";
import { demoTeam } from "@termwise/demo";

/** The demo company's people as members of a workspace. Their addresses lead nowhere and are no other workspace's. */
export function demoPeople(workspaceId: WorkspaceId): DemoPerson[] {
  const address = (name: string) =>
    `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@${workspaceId.slice(0, 8)}.demo.invalid`;
  return demoTeam.map(({ name, reportsTo, ...rest }) => ({
    ...rest,
    name,
    email: address(name),
    reportsTo: reportsTo === null ? null : address(reportsTo),
  }));
}
