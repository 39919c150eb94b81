import { createHash } from "node:crypto";
import { Currency, MemberId } from "@termwise/core/kernel";
import { assertClaimable, claimStore, demoMembers, inIdentity, unitTransaction } from "@termwise/db";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import type { Edge } from "../edge/edge.ts";
import type { House } from "../house.ts";
import { demosOf } from "./demos.ts";
import { notes } from "./notes.ts";
import { writtenLine } from "./written.ts";

type EndpointContext = Parameters<typeof setSessionCookie>[0];

/** What the first person says of themselves and of the workspace. */
export const FirstRunBody = z.strictObject({
  token: z.string().min(1).max(200),
  name: writtenLine(120),
  email: z.email().max(254),
  password: z.string().max(512),
  workspace: z.strictObject({
    name: writtenLine(120),
    reportingCurrency: Currency.nullable(),
    fiscalYearStart: z.int().min(1).max(12),
    timeZone: z
      .string()
      .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", {
        message: "is not the name of a time zone, such as Europe/Paris",
      }),
  }),
});

/** Whom to sign in as. */
export const DemoBody = z.strictObject({ memberId: MemberId });

/** A secret as it is kept. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Our own ways in, beside the library's: the first run of a store, and one click into the demo company. */
export function doors({ house, edge }: { house: House; edge: Edge }) {
  return {
    id: "doors",
    endpoints: {
      firstRun: createAuthEndpoint("/first-run", { method: "POST", body: FirstRunBody }, async (ctx) => {
        const { token, name, email, password, workspace } = ctx.body;
        const tokenHash = hashOf(token);
        // Whoever has no token is told nothing of the password, and has none weighed.
        await inIdentity(house.db, (tx) => assertClaimable(tx, tokenHash), { readOnly: true });
        await edge.checkPassword(password, { name, email, workspace: workspace.name });
        const passwordHash = await edge.passwords.hash(password);
        const tx = await unitTransaction();
        const claimed = await claimStore(tx, {
          tokenHash,
          name,
          email: email.toLowerCase(),
          passwordHash,
          workspace,
          now: house.now(),
        });
        await openSession(ctx, claimed.userId, claimed.memberId);
        return ctx.json({});
      }),
      demo: createAuthEndpoint("/demo", { method: "POST", body: DemoBody }, async (ctx) => {
        const tx = await unitTransaction();
        // What came through a proxy nobody told us of did not come from this machine.
        const passedOn = ["forwarded", "x-forwarded-for", "via"].some((name) => ctx.headers?.has(name));
        const [demo] = edge.local && !passedOn ? await demosOf(tx) : [];
        const person =
          demo && (await demoMembers(tx, demo)).find(({ member }) => member.id === ctx.body.memberId);
        if (!person)
          throw new APIError("NOT_FOUND", { message: "There is nobody of the demo company with this id" });
        await openSession(ctx, person.member.userId, person.member.id);
        return ctx.json({});
      }),
    },
  } satisfies BetterAuthPlugin;
}

/** Makes a session for somebody who has shown who they are, and hands its cookie over. */
export async function openSession(ctx: EndpointContext, userId: string, memberId: MemberId): Promise<void> {
  notes().opens = memberId;
  const user = await ctx.context.internalAdapter.findUserById(userId);
  const session = await ctx.context.internalAdapter.createSession(userId);
  if (!user || !session) throw new Error("A session could not be made.");
  await setSessionCookie(ctx, { session, user });
}
