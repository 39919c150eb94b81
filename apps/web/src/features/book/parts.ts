import type { ComponentType, ReactNode } from "react";
import type { Book, BookRow } from "./book.ts";

/** What other parts of the product give to the page of a book. */
export interface BookParts {
  readonly filters: ReactNode;
  /** Accounts on the lifecycle board. */
  readonly Board: ComponentType<{
    board: Pick<Book, "currency" | "columns"> & { on: Book["today"]; cards: BookRow[] };
  }>;
  /** The panel the address asks for, of the board; null: none. */
  readonly panelOf: (
    panel: string | undefined,
    nameOf: (accountId: string) => string | undefined,
  ) => ReactNode;
  /** Puts a touchpoint on record. */
  readonly Recorder: ComponentType<{ type: "call"; accountId: string; onClose: () => void }>;
}
