import { type Letter, letter, moment, shown } from "./letter.ts";

/** Who is invited to what. `expiresAt` is an instant. */
export interface Invitation {
  readonly to: string;
  readonly workspace: string;
  readonly inviter: string;
  readonly roleName: string;
  readonly link: string;
  readonly expiresAt: string;
}

/** The letter that brings somebody the link of their invitation. */
export function invitationLetter({ to, workspace, inviter, roleName, link, expiresAt }: Invitation): Letter {
  return letter(to, {
    subject: `Invitation to ${shown(workspace)} on Termwise`,
    before: [`${shown(inviter)} invites you to the workspace “${shown(workspace)}” as ${shown(roleName)}.`],
    link: { label: "Accept the invitation", address: link },
    after: [
      `The link works once, for ${to} only, until ${moment(expiresAt)}.`,
      "If you do not know what this is about, ignore this mail: nothing happens.",
    ],
  });
}

/** The letter with the link by which somebody sets a new password. */
export function passwordResetLetter(reset: { to: string; link: string; expiresAt: string }): Letter {
  return letter(reset.to, {
    subject: "Set a new password for Termwise",
    before: ["Somebody, probably you, asked to set a new password for your Termwise account."],
    link: { label: "Set a new password", address: reset.link },
    after: [
      `The link works once, until ${moment(reset.expiresAt)}.`,
      "If it was not you, ignore this mail: your password stays as it is.",
    ],
  });
}

/** Tells somebody that their password was changed. */
export function passwordChangedLetter(change: { to: string; at: string }): Letter {
  return letter(change.to, {
    subject: "Your Termwise password was changed",
    before: [
      `The password of your Termwise account was changed on ${moment(change.at)}. All other sessions were ended.`,
    ],
    after: [ifNotYou],
  });
}

const secondFactorChanges = {
  on: "A second factor was set up",
  off: "The second factor was removed",
  codes: "New recovery codes were made",
} as const;

/** Tells somebody that their second factor was set up or removed, or that they have new recovery codes. */
export function secondFactorLetter(change: {
  to: string;
  at: string;
  change: keyof typeof secondFactorChanges;
}): Letter {
  return letter(change.to, {
    subject: "Your Termwise second factor was changed",
    before: [`${secondFactorChanges[change.change]} for your Termwise account on ${moment(change.at)}.`],
    after: [ifNotYou],
  });
}

const ifNotYou =
  "If it was not you, set a new password now (“Forgot your password?” on the sign-in page) and tell an administrator of your workspace.";
