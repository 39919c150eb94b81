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
