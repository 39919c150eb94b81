import type { GenericEndpointContext } from "better-auth";
import { parseEnvelope, symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";

interface Kept {
  readonly id: string;
  readonly secret: string;
  readonly backupCodes: string;
}

/**
 * Encrypts what a second factor is checked with anew, where that was done with an older secret of the server's: so a
 * secret can be exchanged, and the old one forgotten once those who have a second factor have signed in again.
 */
export async function renewSecondFactor(
  { context: { adapter, secretConfig: key } }: GenericEndpointContext,
  userId: string,
): Promise<void> {
  if (typeof key === "string") return;
  const isOld = (text: string) => parseEnvelope(text)?.version !== key.currentVersion;
  const anew = async (data: string) => symmetricEncrypt({ key, data: await symmetricDecrypt({ key, data }) });
  const found = await adapter.findOne<Kept>({
    model: "twoFactor",
    where: [{ field: "userId", value: userId }],
  });
  if (!found || !(isOld(found.secret) || isOld(found.backupCodes))) return;
  await adapter.update({
    model: "twoFactor",
    where: [{ field: "id", value: found.id }],
    update: { secret: await anew(found.secret), backupCodes: await anew(found.backupCodes) },
  });
}
