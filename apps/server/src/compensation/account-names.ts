import { lastDay } from "@termwise/core/kernel";
import { heldOn } from "@termwise/core/people";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";

const idText = /\bacc_[A-Za-z0-9_]+/g;

/** Statements keep accounts by id, so that a new name changes none: here they are given the names of today, in texts too. */
export function accountNames(books: Books) {
  const { records, ofAccount } = customerRecords(books);
  const nameOf = (id: string): string => {
    const record = records.get(ofAccount(id as Parameters<typeof ofAccount>[0]));
    return (record && heldOn(record, "name", lastDay)) ?? id;
  };
  const inText = (text: string): string => text.replace(idText, (id) => nameOf(id));
  return { nameOf, inText };
}
