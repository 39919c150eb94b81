import type { Membership } from "@termwise/db";

/** Whether a membership opens its workspace: an invented person has no place where the data is not invented. */
export function isOpenTo({ workspace, demo }: Membership): boolean {
  return !demo || workspace.demo;
}
