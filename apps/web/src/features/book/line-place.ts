import { mayI } from "../../lib/who.ts";
import { accountTabs } from "../accounts/account-tabs.tsx";
import type { QueueLine } from "./book.ts";

/** The page of an account where something about a line is done; the account's first page where one may not read that. */
export function pageOf(place: QueueLine["place"]) {
  const tab = accountTabs.find(({ key, needs }) => key === place && mayI(needs));
  return tab?.to ?? "/accounts/$accountId";
}
