import { Failure } from "@termwise/core/kernel";
import {
  createPerson,
  findInvitation,
  inIdentity,
  type OpenInvitation,
  randomText,
  type Transaction,
  unitTransaction,
} from "@termwise/db";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { z } from "zod";
import type { Edge } from "../edge/edge.ts";
import type { House } from "../house.ts";
import { hashOf, openSession } from "./doors.ts";
import { join } from "./invitation-join.ts";
import { isMailed } from "./invitation-offer.ts";
import { limits, within } from "./limits.ts";
import { notes } from "./notes.ts";
import { writtenLine } from "./written.ts";

const token = z.string().min(1).max(200);

/** Which invitation. */
export const InvitationBody = z.strictObject({ token });

/** Who takes it up: a new person with name and password, a known one with their password, or whoever is signed in. */
export const AcceptBody = z.strictObject({
  token,
  name: writtenLine(120).optional(),
  password: z.string().max(512).optional(),
});

/**
 * What whoever holds the link may know. `needs`: a `password` (a new one, or with `existing` the account's own), to
 * `sign_in` first, or null for who is signed in with the invited address.
 */
export const InvitationAnswer = z.object({
  workspace: z.string(),
  invitedBy: z.string().nullable(),
  role: z.string(),
  email: z.string(),
  existing: z.boolean(),
  needs: z.enum(["password", "sign_in"]).nullable(),
  expiresAt: z.string(),
});

const over = () =>
  new Failure(
    "not_found",
    "This invitation is not valid: it was used, revoked or renewed, or has expired. Ask for a new one",
  );

/** The doors of the invited: what an invitation is, and taking it up. */
export function invitationDoors({ house, edge }: { house: House; edge: Edge }) {
  const open = async (given: string): Promise<OpenInvitation> => {
    const found = await inIdentity(house.db, (tx) => findInvitation(tx, hashOf(given), house.now()), {
      readOnly: true,
    });
    if (!found) throw over();
    return found;
  };
  /** The one who asks, when they are signed in with the address that is invited. */
  const invited = ({ invitation }: OpenInvitation) => {
    const { who } = notes();
    return who?.kind === "member" && who.email === invitation.email ? who : null;
  };
  return {
    id: "invitations",
    endpoints: {
      invitation: createAuthEndpoint("/invitation", { method: "POST", body: InvitationBody }, async (ctx) => {
        const found = await open(ctx.body.token);
        const { invitation, workspace, inviter, person } = found;
        const { role, email, expiresAt } = invitation;
        const needs = invited(found) ? null : mustSignIn(person) ? "sign_in" : "password";
        const existing = person !== null;
        return ctx.json({ workspace, invitedBy: inviter, role, email, existing, needs, expiresAt });
      }),
      acceptInvitation: createAuthEndpoint(
        "/accept-invitation",
        { method: "POST", body: AcceptBody },
        async (ctx) => {
          const found = await open(ctx.body.token);
          const { email } = found.invitation;
          const who = invited(found);
          if (who === null && notes().who?.kind === "member")
            throw new Failure(
              "forbidden",
              "You are signed in with another address than the one invited. Sign out first",
            );
          const { userId, make }: Taker =
            who !== null
              ? { userId: who.userId }
              : found.person === null
                ? await newPerson(edge, found, ctx.body)
                : await knownPerson(house, edge, { email, person: found.person }, ctx.body.password);
          const tx = await unitTransaction();
          const now = house.now();
          const tokenHash = hashOf(ctx.body.token);
          const memberId = await join(tx, found.invitation, { userId, tokenHash, now });
          if (memberId === null) throw over();
          // Of many who try at once one is here; only then there is somebody new.
          await make?.(tx);
          await openSession(ctx, userId, memberId);
          return ctx.json({});
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

type Known = NonNullable<OpenInvitation["person"]>;

/** A password alone is not who they are: they have a second factor, or sign in elsewhere. */
const mustSignIn = (person: Known | null) =>
  person !== null && (person.secondFactor || person.passwordHash === null);

/** Who takes the invitation up, and what makes them a person where they are none yet. */
interface Taker {
  readonly userId: string;
  readonly make?: (tx: Transaction) => Promise<void>;
}

/** Somebody new, whose password is good enough. */
async function newPerson(
  edge: Edge,
  { invitation: { email, invitedBy }, workspace }: OpenInvitation,
  { token, name, password }: z.infer<typeof AcceptBody>,
): Promise<Taker> {
  if (name === undefined || password === undefined)
    throw new Failure("bad_input", "Choose a name and a password");
  await edge.checkPassword(password, { name, email, workspace });
  const passwordHash = await edge.passwords.hash(password);
  const userId = `usr_${randomText()}`;
  // An admin may take up themselves what they were given to hand over; who runs the command line is believed.
  const addressProven = isMailed(token) || invitedBy === null;
  return { userId, make: (tx) => createPerson(tx, { userId, name, email, addressProven, passwordHash }) };
}

/** Somebody known, who shows that the account is theirs: by its password, counted like any sign-in of theirs. */
async function knownPerson(
  house: House,
  edge: Edge,
  { email, person }: { email: string; person: Known },
  password: string | undefined,
): Promise<Taker> {
  const { userId, passwordHash } = person;
  if (passwordHash === null || mustSignIn(person))
    throw new Failure("signed_out", `Sign in as ${email} first, then open the link again`);
  if (password === undefined) throw new Failure("bad_input", "Enter the password of your account");
  await within(house.db, [limits.signInAccount(email)], house.now());
  if (!(await edge.passwords.verify({ hash: passwordHash, password }))) {
    notes().tried = userId;
    throw new APIError("UNAUTHORIZED", { message: "The password is not right" });
  }
  return { userId };
}
