import { AsyncLocalStorage } from "node:async_hooks";
import type { MemberId } from "@termwise/core/kernel";

/** What came to light while the sign-in library worked on one request, for the audit log and for the next step. */
export interface Notes {
  /** The membership a new session opens with; the person's first one when none is named. */
  opens?: MemberId;
  /** Whose session was made, and which membership it opened. */
  session?: { readonly userId: string; readonly memberId: MemberId };
}

const noted = new AsyncLocalStorage<Notes>();

/** Runs work of the library with a fresh page of notes. */
export function takingNotes<T>(work: (notes: Notes) => Promise<T>): Promise<T> {
  const notes: Notes = {};
  return noted.run(notes, () => work(notes));
}

/** The notes of the request under way. */
export function notes(): Notes {
  return noted.getStore() ?? {};
}
