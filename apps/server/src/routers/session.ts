import { type Callable, permissions, roles } from "@termwise/core/access";
import { MemberId } from "@termwise/core/kernel";
import {
  demoMembers,
  findMemberships,
  hasPassword,
  inIdentity,
  isUnclaimed,
  openMembership,
} from "@termwise/db";
import { z } from "zod";
import { demosOf } from "../auth/demos.ts";
import { isOpenTo } from "../auth/memberships.ts";
import { lacksSecondFactor, mayDo, type Principal, rightsOf } from "../auth/principal.ts";
import { openProcedure, procedure, router } from "../trpc.ts";

/** Who is signed in, and which doors there are. */
export const sessionRouter = router({
  /**
   * Who asks (null: nobody is signed in) with role, rights, what they `may` call, and the workspaces they may open, and the doors of this
   * installation: whether it still waits for its first admin, the demo's people, the identity provider, mail.
   */
  get: openProcedure.query(async ({ ctx: { gate, edge, who } }) => {
    const { house } = gate;
    const [memberships, password, unclaimed, demo] = await inIdentity(
      house.db,
      async (tx) => {
        const [first] = edge.local ? await demosOf(tx) : [];
        return [
          who?.kind === "member" ? await findMemberships(tx, who.userId) : [],
          who?.kind === "member" && (await hasPassword(tx, who.userId)),
          await isUnclaimed(tx),
          first ? await demoMembers(tx, first) : [],
        ] as const;
      },
      { readOnly: true },
    );
    return {
      who:
        who?.kind === "member"
          ? {
              // Without a password the identity provider vouches for them, or they are invented.
              user: { name: who.name, email: who.email, secondFactor: who.secondFactor, password },
              member: {
                id: who.membership.member.id,
                role: who.membership.member.role,
                title: who.membership.member.title,
                scope: who.membership.member.scope,
              },
              rights: rightsOf(who),
              may: callableBy(who),
              workspace: { name: who.membership.workspace.name, demo: who.membership.workspace.demo },
              memberships: memberships.filter(isOpenTo).map(({ member, workspace }) => ({
                memberId: member.id,
                workspace: workspace.name,
                role: member.role,
                active: member.id === who.membership.member.id,
              })),
              must: lacksSecondFactor(who) ? ("second_factor" as const) : null,
            }
          : null,
      doors: {
        firstRun: unclaimed,
        // One person of each role, in the order roles are listed.
        demo: roles.flatMap((role) => {
          const person = demo.find(({ member }) => member.role === role);
          return person
            ? [{ memberId: person.member.id, name: person.name, role, title: person.member.title }]
            : [];
        }),
        oidc: edge.oidc?.label ?? null,
        mail: edge.mail !== null,
      },
    };
  }),
  /** Opens another workspace of one's own, by one's membership of it. `not_found` for any other. */
  switch: procedure
    .input(z.strictObject({ memberId: MemberId }))
    .mutation(async ({ ctx: { gate, who, acting }, input: { memberId } }) => {
      if (who.kind === "member")
        await inIdentity(gate.house.db, (tx) =>
          openMembership(tx, { sessionId: who.sessionId, userId: who.userId, memberId, acting }),
        );
      return null;
    }),
});

/** Every procedure and address somebody may call: the screens hide by it what they may not. */
function callableBy(who: Principal): Callable[] {
  const names = Object.keys(permissions) as Callable[];
  return names.filter((name) => mayDo(who, permissions[name]) !== null);
}
