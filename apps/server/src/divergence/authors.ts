import { authorsOf } from "../auth/names.ts";
import type { Termwise } from "../termwise.ts";

interface Signed {
  readonly by: string | null;
}

/** Adds to something put on record the name of who put it there: a member's of today, or what the source calls them. */
export async function authors(
  termwise: Termwise,
): Promise<<One extends Signed>(one: One) => One & { readonly byName: string | null }> {
  const nameOf = await termwise.read(authorsOf);
  return (one) => ({
    ...one,
    byName: nameOf(one.by),
  });
}
