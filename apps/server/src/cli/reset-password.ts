import { Command } from "commander";
import { type Env, readEnv } from "../env.ts";
import { type Access, reach } from "./access.ts";

/** `termwise reset-password MAIL`: prints a link by which somebody sets a new password, for where there is no mail. */
export function resetPasswordCommand(): Command {
  return new Command("reset-password")
    .description("print a link by which somebody sets a new password; it works once, for an hour")
    .argument("<mail>", "their mail address")
    .action(async (email: string) => {
      const env = readEnv(process.env);
      const access = await reach(env);
      const { path, expiresAt } = await access.api.account.resetLink.mutate({ email }).finally(access.close);
      console.log(new URL(path, pagesOf(env, access)).href);
      console.error(`It works once, until ${expiresAt}. Hand it to ${email} alone, on a way you trust.`);
    });
}

/** `termwise remove-second-factor MAIL`: for somebody who lost their phone and their recovery codes. */
export function removeSecondFactorCommand(): Command {
  return new Command("remove-second-factor")
    .description(
      "take somebody's second factor away, who lost it and their recovery codes; make sure who asks",
    )
    .argument("<mail>", "their mail address")
    .action(async (email: string) => {
      const access = await reach(readEnv(process.env));
      await access.api.account.removeSecondFactor.mutate({ email }).finally(access.close);
      console.log(`The second factor of ${email} is gone, and their sessions with it`);
    });
}

/** Where people reach the pages: as set, else where the server that holds the data listens, or would. */
function pagesOf(env: Env, { address }: Access): string {
  return env.publicUrl ?? address ?? `http://localhost:${env.port}`;
}
