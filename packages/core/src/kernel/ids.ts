import { z } from "zod";

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9A-Za-z]{1,40}$`));

/** A tenant: one company's data, held apart from every other's. */
export const WorkspaceId = z.uuid().brand<"WorkspaceId">();
/** A tenant's id (UUID). */
export type WorkspaceId = z.infer<typeof WorkspaceId>;

/** A customer account, `acc_…`, derived from its source system and key so that any order of imports gives the same id. */
export const AccountId = id("acc").brand<"AccountId">();
/** A customer account's id, `acc_…`. */
export type AccountId = z.infer<typeof AccountId>;

/** A contract line, `line_…`, derived from its source system and key. */
export const LineId = id("line").brand<"LineId">();
/** A contract line's id, `line_…`. */
export type LineId = z.infer<typeof LineId>;

/** One import, `imp_…`. */
export const ImportId = id("imp").brand<"ImportId">();
/** An import's id, `imp_…`. */
export type ImportId = z.infer<typeof ImportId>;

/** A person's membership of one workspace, `mem_…`: who acts, who is managed, who owns. */
export const MemberId = id("mem").brand<"MemberId">();
/** A member's id, `mem_…`. */
export type MemberId = z.infer<typeof MemberId>;

/** An invitation to a workspace, `inv_…`. */
export const InvitationId = id("inv").brand<"InvitationId">();
/** An invitation's id, `inv_…`. */
export type InvitationId = z.infer<typeof InvitationId>;

/** An API key of a workspace, `key_…`. */
export const ApiKeyId = id("key").brand<"ApiKeyId">();
/** An API key's id, `key_…`. */
export type ApiKeyId = z.infer<typeof ApiKeyId>;

/** A grant to read pay, `grant_…`. */
export const PayGrantId = id("grant").brand<"PayGrantId">();
/** A pay grant's id, `grant_…`. */
export type PayGrantId = z.infer<typeof PayGrantId>;

/** A contact person at a customer, `con_…`: what the ledger keeps of a person. */
export const ContactId = id("con").brand<"ContactId">();
/** A contact's id, `con_…`. */
export type ContactId = z.infer<typeof ContactId>;

/** An entry of an account's journal, `ent_…`; later versions of an entry carry the same id. */
export const EntryId = id("ent").brand<"EntryId">();
/** A journal entry's id, `ent_…`. */
export type EntryId = z.infer<typeof EntryId>;
