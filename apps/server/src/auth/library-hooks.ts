import type { MemberId } from "@termwise/core/kernel";
import { findInvitationsOf, findMemberships, hitLimit, unitTransaction } from "@termwise/db";
import type { BetterAuthOptions } from "better-auth";
import { APIError } from "better-auth/api";
import type { House } from "../house.ts";
import { joinByInvitation } from "./invitation-join.ts";
import { limits } from "./limits.ts";
import { isOpenTo } from "./memberships.ts";
import { notes } from "./notes.ts";
import { renewSecondFactor } from "./renewed-secret.ts";

type Hooks = NonNullable<BetterAuthOptions["databaseHooks"]>;

/** What the library asks of us when it makes a person, a way to sign in, or a session. */
export function libraryHooks(house: House): Hooks {
  return {
    user: {
      create: {
        // Only a first sign-in at the identity provider gets here: first run and invitations make people themselves.
        before: async ({ email, emailVerified }) => {
          const invited = await findInvitationsOf(await unitTransaction(), email, house.now());
          if (invited.length === 0 || !emailVerified)
            throw new APIError("FORBIDDEN", { code: "NOT_INVITED" });
        },
        after: async ({ id: userId, email }) => {
          const tx = await unitTransaction();
          const [first] = await joinByInvitation(tx, { email, userId, now: house.now() });
          if (first === undefined) throw new APIError("FORBIDDEN", { code: "NOT_INVITED" });
          notes().opens = first;
        },
      },
    },
    account: {
      create: {
        // Nothing is asked of the provider on somebody's behalf later, so nothing is kept to ask it with.
        before: async (account) => {
          notes().linked = account.providerId !== "credential";
          return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } };
        },
      },
    },
    session: {
      create: {
        before: async (session) => {
          await useCode(house, session.userId);
          const memberId = await membershipToOpen(session.userId);
          if (memberId === null)
            throw new APIError("FORBIDDEN", {
              message: "You are not a member of any workspace. Ask an admin for an invitation",
            });
          return { data: { ...session, memberId, ipAddress: notes().address ?? "" } };
        },
        after: async (session, ctx) => {
          const { id, userId, ["memberId"]: memberId } = session;
          notes().session = { id, userId, memberId: memberId as MemberId };
          if (ctx && notes().secondFactor) await renewSecondFactor(ctx, userId);
        },
      },
    },
  };
}

/** Refuses an authenticator's code that opened a session before: who looked over a shoulder has a minute and a half. */
async function useCode(house: House, userId: string): Promise<void> {
  const { code } = notes();
  if (code === undefined) return;
  const { within } = await hitLimit(await unitTransaction(), limits.usedCode(userId, code), house.now());
  if (!within) throw new APIError("UNAUTHORIZED", { code: "INVALID_CODE", message: "Invalid code" });
}

/** The membership a new session opens: the one named, the one that was open, else the first. */
async function membershipToOpen(userId: string): Promise<MemberId | null> {
  const { opens, who } = notes();
  if (opens !== undefined) return opens;
  if (who?.kind === "member" && who.userId === userId) return who.membership.member.id;
  // Never in a transaction of its own: an embedded store has one at a time, and the work's may be open.
  const memberships = await findMemberships(await unitTransaction(), userId);
  return memberships.find(isOpenTo)?.member.id ?? null;
}
