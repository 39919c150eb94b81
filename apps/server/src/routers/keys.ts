import { keyRights, scopeOf } from "@termwise/core/access";
import { ApiKeyId, addMonths, Day, endOfDayUtc, Failure } from "@termwise/core/kernel";
import { appendAudit, createApiKey, loadApiKeys, loadMembers, randomText, revokeApiKey } from "@termwise/db";
import { z } from "zod";
import { hashOf } from "../auth/doors.ts";
import { writtenLine } from "../auth/written.ts";
import { keyState } from "../events/source-view.ts";
import { procedure, router } from "../trpc.ts";
import { ownMembership } from "./member-rules.ts";

/** Keys by which programs use the API, `Authorization: Bearer tw_...`. */
export const keysRouter = router({
  /** All keys, the newest first, never their secrets: `prefix` is what people tell them by. `state` says whether one works. */
  list: procedure.query(async ({ ctx: { termwise, acting } }) => {
    const [keys, people] = await termwise.read(async (tx) => [
      await loadApiKeys(tx),
      await loadMembers(tx, tx.workspaceId),
    ]);
    return keys.map((key) => {
      const { workspaceId: _, sourceId: __, rights, createdBy, ...told } = key;
      const creator = people.find(({ member }) => member.id === createdBy);
      const state = keyState(key, people, acting.at);
      return { ...told, rights: [...rights], createdBy: creator?.name ?? null, state };
    });
  }),
  /**
   * Makes a key with some of one's own rights, to the end of a day (UTC) at most a year away. `secret` is shown this
   * once. The key can do what its creator can still do, for the accounts its creator sees. 403 for a right one lacks.
   */
  create: procedure
    .input(
      z.strictObject({
        name: writtenLine(80),
        rights: z.array(z.enum(keyRights)).min(1).max(keyRights.length),
        expiresOn: Day,
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { name, rights: asked, expiresOn } }) => {
      const creator = ownMembership(who);
      if (!creator)
        throw new Failure("refused", "A key works for the member who made it. Sign in to make one");
      const rights = keyRights.filter((right) => asked.includes(right));
      const lacking = rights.find((right) => scopeOf(right, creator) === null);
      if (lacking) throw new Failure("forbidden", `You do not have the right ${lacking} yourself`);
      const today = termwise.today();
      if (expiresOn < today || expiresOn > addMonths(today, 12))
        throw new Failure("bad_input", `A key ends between ${today} and ${addMonths(today, 12)}`);
      const secret = `tw_${randomText(43)}`;
      const prefix = secret.slice(0, 9);
      const expiresAt = endOfDayUtc(expiresOn);
      const id = await termwise.write(async (tx) => {
        const made = { name, prefix, hash: hashOf(secret), rights, createdBy: creator.id };
        const key = await createApiKey(tx, { ...made, createdAt: acting.at, expiresAt });
        await appendAudit(tx, tx.workspaceId, {
          ...acting,
          action: "key_created",
          subject: { kind: "key", id: key },
          details: { rights, expiresOn },
        });
        return key;
      });
      return { id, prefix, secret, expiresAt };
    }),
  /** Ends a key at once and for good. 404 when there is none, or it was revoked before. */
  revoke: procedure
    .input(z.strictObject({ id: ApiKeyId }))
    .mutation(async ({ ctx: { termwise, acting }, input: { id } }) => {
      await termwise.write(async (tx) => {
        if (!(await revokeApiKey(tx, id, acting.at)))
          throw new Failure("not_found", "There is no such key that still works");
        const subject = { kind: "key", id };
        await appendAudit(tx, tx.workspaceId, { ...acting, action: "key_revoked", subject });
      });
      return null;
    }),
});
