import { firstVersion } from "../glossary/index.ts";

/** What the words of the vocabulary share: each is a draft, and was first written on one day. */
export function drafted(reason: string) {
  return { status: "draft", versions: firstVersion(reason, "2026-11-28") } as const;
}
