import type { UsageFact } from "@termwise/core/facts";
import type { AccountId } from "@termwise/core/kernel";
import type { Row } from "../../table-rows.ts";
import type { usageReading } from "../tables/usage-reading.ts";
import { stampOf, stampRow, withdrawnOf, withdrawnRow } from "./stamp.ts";

export const usageRow = (fact: UsageFact): Row<typeof usageReading> => ({
  ...stampRow(fact),
  ...withdrawnRow(fact),
  accountId: fact.accountId,
  feature: fact.feature,
  activity: fact.activity,
  days: fact.days,
  users: fact.users,
  uses: fact.uses === null ? null : BigInt(fact.uses),
  activeDays: fact.activeDays,
  seats: fact.seats,
});

export const usageFact = (row: Row<typeof usageReading>): UsageFact => ({
  kind: "usage",
  accountId: row.accountId as AccountId,
  feature: row.feature,
  activity: row.activity,
  days: row.days,
  users: row.users,
  uses: row.uses === null ? null : Number(row.uses),
  activeDays: row.activeDays,
  seats: row.seats,
  ...withdrawnOf(row),
  ...stampOf(row),
});
