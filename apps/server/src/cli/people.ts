import {
  type AccessScope,
  accessScopes,
  type Role,
  roleNames,
  roles,
  usualScope,
} from "@termwise/core/access";
import { Failure } from "@termwise/core/kernel";
import { Command, Option } from "commander";
import { readEnv } from "../env.ts";
import { type Access, reach } from "./access.ts";
import { listing, print } from "./print.ts";

interface InviteOptions {
  readonly role: Role;
  readonly scope?: AccessScope;
  readonly title?: string;
}

/** `termwise people list|invite|disable`: who may open a workspace. */
export function peopleCommand(): Command {
  const command = new Command("people").description("list, invite and disable the members of a workspace");
  command
    .command("list")
    .description("members and open invitations")
    .option("--json", "as JSON")
    .option("--csv", "as CSV")
    .action((form: { json?: boolean; csv?: boolean }) => within((access) => list(access, form)));
  command
    .command("invite")
    .description(
      "invite somebody; prints the link, which works once within seven days, unless it went out by mail",
    )
    .argument("<mail>", "their mail address")
    .addOption(new Option("--role <role>", "what they will be").choices(roles).makeOptionMandatory())
    .addOption(
      new Option("--scope <scope>", "whose accounts they see; the role's usual scope if not set").choices(
        accessScopes,
      ),
    )
    .option("--title <title>", "their title, which changes no right")
    .action((mail: string, { role, scope = usualScope[role], title }: InviteOptions) =>
      within(async ({ api }) => {
        const { link } = await api.members.invite.mutate({
          email: mail,
          role,
          scope,
          ...(title !== undefined && { title }),
        });
        console.log(link ?? `The invitation was sent to ${mail}`);
      }),
    );
  command
    .command("disable")
    .description("shut a member out at once")
    .argument("<mail>", "their mail address")
    .action((mail: string) =>
      within(async ({ api }) => {
        const email = mail.trim().toLowerCase();
        const found = (await api.members.list.query()).find((member) => member.email === email);
        if (!found)
          throw new Failure("not_found", `No member has the address ${mail}. See: termwise people list`);
        await api.members.disable.mutate({ memberId: found.id });
        console.log(`${mail} is shut out: sessions ended, keys stopped`);
      }),
    );
  return command;
}

async function within(work: (access: Access) => Promise<void>): Promise<void> {
  const access = await reach(readEnv(process.env));
  await work(access).finally(access.close);
}

async function list({ api }: Access, form: { json?: boolean; csv?: boolean }): Promise<void> {
  const members = await api.members.list.query();
  const invitations = await api.members.invitations.query();
  const header = ["name", "mail", "role", "scope", "state"];
  const rows = [
    ...members.map(({ name, email, role, scope, disabled, demo }) => [
      name,
      email,
      roleNames[role],
      scope,
      disabled ? "disabled" : demo ? "demo" : "member",
    ]),
    ...invitations.map(({ email, role, scope, expired }) => [
      "",
      email,
      roleNames[role],
      scope,
      expired ? "invitation expired" : "invited",
    ]),
  ];
  print({ json: { members, invitations }, csv: { header, rows }, text: [listing(header, 5, rows)] }, form);
}
