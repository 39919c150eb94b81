import type { Right } from "./rights.ts";

/**
 * Who may call something: `anyone`; whoever is `signed_in`, for what is their own; the `operator`, who runs the command
 * line where the data lies; or whoever has a right.
 */
export type Permission = "anyone" | "signed_in" | "operator" | Right;
