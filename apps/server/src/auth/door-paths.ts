import type { AuditAction } from "@termwise/core/access";
import type { Limit } from "@termwise/db";
import { z } from "zod";
import { DemoBody, FirstRunBody } from "./doors.ts";
import { limits } from "./limits.ts";

/** One path of the sign-in library that is open, and what we add to it. */
export interface DoorPath {
  /** What may be sent; anything more is refused. Null: it is opened by a browser that follows a link. */
  readonly body: z.ZodType | null;
  /** What is counted before anything is tried. */
  readonly limits: (body: Record<string, string>, bucket: string, userId: string | null) => Limit[];
  /** What the audit log is told when it went well. Signing in is told by the session it makes. */
  readonly done?: AuditAction;
  /** What of the library's answer is passed on; nothing else leaves. */
  readonly answer?: z.ZodType;
}

const email = z.string().max(254);
const password = z.string().max(512);

/** The paths under /api/auth that are open. Every other path of the library is as if it were not there. */
export const doorPaths: Readonly<Record<string, DoorPath>> = {
  "POST /sign-in/email": {
    body: z.strictObject({ email, password }),
    limits: (body, bucket) => [limits.signInAccount(body["email"] ?? ""), limits.signInAddress(bucket)],
    answer: z.object({ twoFactorRedirect: z.boolean().optional() }),
  },
  "POST /sign-out": { body: z.strictObject({}), limits: () => [], done: "sign_out" },
  "POST /first-run": { body: FirstRunBody, limits: (_, bucket) => [limits.tokens(bucket)] },
  "POST /demo": { body: DemoBody, limits: (_, bucket) => [limits.tokens(bucket)] },
};
