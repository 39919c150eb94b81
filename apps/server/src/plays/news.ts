import type { AccountId, Instant } from "@termwise/core/kernel";
import type { Timer } from "@termwise/db";
import { z } from "zod";
import { type NoticeKind, noticeKinds } from "./people-told.ts";

const kinds = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]];

/** Something that changed, for the inbox of whom it concerns. */
export const TellNews = z.strictObject({
  does: z.literal("tell_news"),
  kind: z.enum(kinds),
  subject: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  path: z.string(),
  /** Whoever goes by one of these names. */
  names: z.array(z.string()).default([]),
  /** Where nobody does: everybody who imports. */
  importersElse: z.boolean().default(false),
  /** The proposal of a definition whose missing signatures are asked for. */
  signers: z.string().nullable().default(null),
  /** Whose own doing it was: they know. */
  except: z.string().nullable().default(null),
});
/** Something that changed, for the inbox of whom it concerns. */
export type TellNews = z.infer<typeof TellNews>;

/** A timer that tells news at once; `period` tells this time from the next one of the same subject. */
export function newsTimer(
  accountId: AccountId | null,
  now: Instant,
  period: string,
  news: Pick<TellNews, "kind" | "subject" | "title" | "path"> & Partial<TellNews>,
): Timer {
  return {
    key: ["tell_news", news.kind, news.subject, period].join(":"),
    kind: "tell_news",
    accountId,
    dueAt: now,
    about: TellNews.parse({ detail: null, ...news, does: "tell_news" }),
  };
}
