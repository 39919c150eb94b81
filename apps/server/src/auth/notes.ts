import { AsyncLocalStorage } from "node:async_hooks";
import type { MemberId } from "@termwise/core/kernel";
import type { Letter } from "../mail/letter.ts";
import type { Joined } from "./invitation-join.ts";
import type { Principal } from "./principal.ts";

/** What is known of one request to the sign-in library, and what came to light while it worked on it. */
export interface Notes {
  /** Who asks. */
  readonly who?: Principal | null;
  /** From which network address, as far as it is known. */
  readonly address?: string | null;
  /** A second factor is being shown. */
  readonly secondFactor?: boolean;
  /** The code of an authenticator app that was given: it counts once. */
  readonly code?: string;
  /** The membership a new session opens with; the person's first one when none is named. */
  opens?: MemberId;
  /** The session that was made, and which membership it opened. */
  session?: { readonly id: string; readonly userId: string; readonly memberId: MemberId };
  /** Whose account somebody tried to get into, and failed. */
  tried?: string;
  /** Whose account was changed, when nobody is signed in. */
  changed?: string;
  /** Which memberships an invitation made. */
  joined?: readonly Joined[];
  /** The identity provider's word for them was taken for the first time. */
  linked?: boolean;
  /** A newer hash of the password that was found right. */
  renewed?: { readonly old: string; readonly renewed: string };
  /** What is to be sent once all is done. */
  letters?: readonly Letter[];
}

const noted = new AsyncLocalStorage<Notes>();

/** Runs work of the library with a page of notes that begins with what is known. */
export function takingNotes<T>(known: Notes, work: (notes: Notes) => Promise<T>): Promise<T> {
  const notes: Notes = { ...known };
  return noted.run(notes, () => work(notes));
}

/** The notes of the request under way. */
export function notes(): Notes {
  return noted.getStore() ?? {};
}

/** Notes a letter, to be sent once all is done. */
export function toSend(letter: Letter): void {
  const page = notes();
  page.letters = [...(page.letters ?? []), letter];
}
