import { Failure, instant } from "@termwise/core/kernel";
import {
  appendAudit,
  endOtherSessions,
  endSession,
  findPreferences,
  findUser,
  inIdentity,
  loadOpenSessions,
  removeSecondFactor,
  renameUser,
  storePreferences,
  type Transaction,
  type User,
} from "@termwise/db";
import { z } from "zod";
import { deviceName } from "../auth/device-name.ts";
import { Preferences, readPreferences } from "../auth/preferences.ts";
import type { MemberPrincipal, Principal } from "../auth/principal.ts";
import { newResetLink, tellWorkspacesOf } from "../auth/reset-link.ts";
import { longestSession } from "../auth/session-cookie.ts";
import { keptAddress, writtenLine } from "../auth/written.ts";
import { secondFactorLetter } from "../mail/letters.ts";
import { procedure, router } from "../trpc.ts";

/** One's own account: how the screens should be, one's name, and where one is signed in. */
export const accountRouter = router({
  /** How one likes the screens to be; what one never said is as usual. */
  preferences: procedure.query(async ({ ctx: { gate, who } }) => {
    const { userId } = ownAccount(who);
    return readPreferences(
      await inIdentity(gate.house.db, (tx) => findPreferences(tx, userId), { readOnly: true }),
    );
  }),
  /** Keeps how one likes the screens to be, all of it. */
  setPreferences: procedure
    .input(Preferences)
    .mutation(async ({ ctx: { gate, who, acting, termwise }, input }) => {
      const { userId } = ownAccount(who);
      await inIdentity(gate.house.db, async (tx) => {
        const before = readPreferences(await findPreferences(tx, userId));
        await storePreferences(tx, userId, input);
        await appendAudit(tx, termwise.workspaceId, {
          ...acting,
          action: "profile_changed",
          details: { before, after: input },
        });
      });
      return input;
    }),
  /** Gives oneself another name. It is for people to read: which accounts one sees goes by what an admin set as "known as". */
  rename: procedure
    .input(z.strictObject({ name: writtenLine(120) }))
    .mutation(async ({ ctx: { gate, who, acting, termwise }, input: { name } }) => {
      const { userId } = ownAccount(who);
      await inIdentity(gate.house.db, async (tx) => {
        await renameUser(tx, userId, name);
        const details = { changed: ["name"] };
        await appendAudit(tx, termwise.workspaceId, { ...acting, action: "profile_changed", details });
      });
      return null;
    }),
  /** Where one is signed in, the last used first: device, network address, since when, last used (to within five minutes). */
  sessions: procedure.query(async ({ ctx: { gate, who } }) => {
    const { userId, sessionId } = ownAccount(who);
    const now = gate.house.now();
    const since = instant(new Date(Date.parse(now) - longestSession).toISOString());
    const found = await inIdentity(gate.house.db, (tx) => loadOpenSessions(tx, userId, { now, since }), {
      readOnly: true,
    });
    return found.map(({ userAgent, ...session }) => ({
      ...session,
      device: deviceName(userAgent),
      current: session.id === sessionId,
    }));
  }),
  /** Ends one of one's own sessions. `not_found` for any other. */
  endSession: procedure
    .input(z.strictObject({ id: z.string().max(100) }))
    .mutation(async ({ ctx: { gate, who, acting, termwise }, input: { id } }) => {
      const { userId } = ownAccount(who);
      await inIdentity(gate.house.db, async (tx) => {
        if (!(await endSession(tx, { id, userId })))
          throw new Failure("not_found", "There is no such session");
        const subject = { kind: "session", id };
        await appendAudit(tx, termwise.workspaceId, { ...acting, action: "session_ended", subject });
      });
      return null;
    }),
  /** Ends all of one's sessions but this one; says how many there were. */
  endOtherSessions: procedure.mutation(async ({ ctx: { gate, who, acting, termwise } }) => {
    const { userId, sessionId } = ownAccount(who);
    const ended = await inIdentity(gate.house.db, async (tx) => {
      const count = await endOtherSessions(tx, { keep: sessionId, userId });
      const details = { others: count };
      if (count > 0)
        await appendAudit(tx, termwise.workspaceId, { ...acting, action: "session_ended", details });
      return count;
    });
    return { ended };
  }),
  /** The path of a link by which somebody sets a new password, for whoever runs the command line. It works once, for an hour. */
  resetLink: procedure
    .input(z.strictObject({ email: keptAddress }))
    .mutation(async ({ ctx: { gate, acting }, input: { email } }) => {
      const { id } = await inIdentity(gate.house.db, (tx) => realPerson(tx, email), { readOnly: true });
      return newResetLink(gate, id, acting);
    }),
  /** Takes somebody's second factor away, who lost it, and ends their sessions; for whoever runs the command line. */
  removeSecondFactor: procedure
    .input(z.strictObject({ email: keptAddress }))
    .mutation(async ({ ctx: { gate, edge, acting }, input: { email } }) => {
      await inIdentity(gate.house.db, async (tx) => {
        const { id } = await realPerson(tx, email);
        if (!(await removeSecondFactor(tx, id)))
          throw new Failure("not_found", "This person has no second factor");
        await tellWorkspacesOf(tx, id, { ...acting, action: "second_factor_off" });
      });
      void edge.mail?.send(secondFactorLetter({ to: email, at: acting.at, change: "off" }));
      return null;
    }),
});

/** The person of an address who is not invented. `not_found` when there is none. */
async function realPerson(tx: Transaction, email: string): Promise<User> {
  const user = await findUser(tx, { email });
  if (!user || user.demo) throw new Failure("not_found", "There is nobody with this mail address");
  return user;
}

/** Only people have an account. */
function ownAccount(who: Principal): MemberPrincipal {
  if (who.kind !== "member") throw new Failure("forbidden", "Only who is signed in has an account");
  return who;
}
