import { addDays, type Day } from "@termwise/core/kernel";
import { loadDailyUse } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { memberOf } from "../../auth/testing.ts";
import { type Opened, opened } from "../../testing.ts";

describe("usage from files, a row for each user and day or for each event", () => {
  const on = testEngine("embedded");
  let server: Opened;
  let api: Opened["api"];
  let day: Day;
  beforeAll(async () => {
    server = await opened(await on.open());
    api = server.apiAs((await memberOf(server, { role: "revops", email: "ops@example.com" })).who);
    day = addDays(server.termwise.today(), -3);
    await server.termwise.importFiles({
      files: [{ name: "accounts.csv", bytes: Buffer.from("account_id,name\nM1,Maple\nM2,Oak\n") }],
      dryRun: false,
    });
  });
  const bring = (source: string, ...rows: string[]) => api.usage.importCsv({ source, text: rows.join("\n") });
  const uses = async (user: string) =>
    (
      await server.termwise.read((tx) =>
        loadDailyUse(tx, { accountIds: null, from: addDays(day, -30), to: addDays(day, 3) }),
      )
    )
      .filter(({ userId }) => userId === user)
      .map(({ on: onDay, feature, activity, uses: count }) => [onDay, feature, activity, count]);

  it("counts a day of a user once, however often its file comes, and tells where it says otherwise", async () => {
    const header = "account_id,user_id,date,feature,uses";
    const rows = [`M1,ada,${day},Reports,4`, `M1,ada,${day},login,2`];
    expect(await bring("days", header, ...rows)).toMatchObject({ stored: 2, counted: 6, refusedRows: 0 });
    expect(await bring("days", header, ...rows.toReversed())).toMatchObject({ stored: 0, duplicate: 2 });
    expect(await bring("days", header, `M1,ada,${day},Reports,5`)).toMatchObject({
      duplicate: 1,
      differing: 1,
    });
    expect(await uses("ada")).toEqual([
      [day, null, "login", 2],
      [day, "Reports", "use", 4],
    ]);
    const { sources } = await api.usage.sources();
    expect(sources.find(({ id }) => id === "CSV days")?.total).toMatchObject({ received: 5, stored: 2 });
  });

  it("counts equal events of a file each, the same file again not, and an event with an id by it", async () => {
    const rows = ["Company,User,Date,Event", `Maple,ben,${day},Exported`, `Maple,ben,${day},Exported`];
    expect(await bring("events", ...rows)).toMatchObject({ stored: 2, counted: 2 });
    expect(await bring("events", ...rows)).toMatchObject({ stored: 0, duplicate: 2, counted: 0 });
    const named = ["event_id,account_id,user_id,timestamp,feature", `e1,M2,ben,${day}T10:00:00Z,Exported`];
    expect(await bring("events", ...named, named[1] ?? "")).toMatchObject({ stored: 1, duplicate: 1 });
    expect(await uses("ben")).toEqual([
      [day, "Exported", "use", 2],
      [day, "Exported", "use", 1],
    ]);
  });

  it("reads raw events as analytics tools export them", async () => {
    const seconds = Date.parse(`${day}T10:00:00Z`) / 1_000;
    const amplitude = ["user_id,event_time,event_type,city", `eli,${day} 10:00:01.123000,Exported,Paris`];
    expect(await bring("amplitude", ...amplitude)).toMatchObject({ stored: 1, unread: ["city"] });
    const mixpanel = ["event,time,distinct_id,$insert_id,company", `Exported,${seconds},eli,i1,Maple`];
    expect(await bring("mixpanel", ...mixpanel)).toMatchObject({ stored: 1, counted: 1, unread: [] });
    expect(await uses("eli")).toEqual([[day, "Exported", "use", 1]]);
  });

  it("reads days as any import does, day or month first as the whole column tells, and asks where it does not", async () => {
    const [year, month, date] = day.split("-");
    const rows = (...days: readonly string[]) => [
      "account_id,user_id,date,feature",
      ...days.map((one) => `M1,fay,${one},Plans`),
    ];
    expect(
      await bring("dots", ...rows(`${date}.${month}.${year}`, `${date}.${month}.${year} 9:30 PM`)),
    ).toMatchObject({
      stored: 2,
      refusedRows: 0,
    });
    expect(await uses("fay")).toEqual([[day, "Plans", "use", 2]]);
    // The week before the 13th at the latest holds no day that settles it.
    const unsettled = rows("03/02/2026", "04/05/2026");
    await expect(bring("slashes", ...unsettled)).rejects.toThrow(
      /"03\/02\/2026".*day\/month\/year or month\/day\/year/,
    );
    const told = await api.usage.importCsv({ source: "slashes", text: unsettled.join("\n"), dates: "mdy" });
    expect(told.refused.map(({ reason }) => reason.slice(0, 10))).toEqual(["2026-03-02", "2026-04-05"]);
    const settled = await bring("slashes", ...rows("03/02/2026", "04/25/2026", "2026-04"));
    expect(settled.refused.map(({ reason }) => reason.slice(0, 10))).toEqual([
      "2026-03-02",
      "2026-04-25",
      '"2026-04" ',
    ]);
  });

  it("refuses a row with its line, column, reason and remedy, and takes the others", async () => {
    const said = await bring(
      "mixed",
      "account_id,user_id,date,feature,uses,activity,seat colour",
      `M1,cy,${day},Reports,1,,`,
      `M1,,${day},Reports,1,,`,
      "M1,cy,28.11.2026,Reports,1,,",
      `M1,cy,${addDays(day, -200)},Reports,1,,`,
      `M1,cy,${addDays(day, 9)},Reports,1,,`,
      `M1,cy,${day},Exports,1.5,,`,
      `M1,cy,${day},Exports,2,sleep,`,
      `M1,cy,${day},Reports,7,,`,
      `M1,cy,${day}`,
    );
    expect(said).toMatchObject({ stored: 1, refusedRows: 8, unread: ["seat colour"] });
    expect(said.refused.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, "user_id", "E_REQUIRED"],
      [4, "date", "E_DATE_FORMAT"],
      [5, "date", "E_VALUE"],
      [6, "date", "E_VALUE"],
      [7, "uses", "E_NUMBER_FORMAT"],
      [8, "activity", "E_VALUE"],
      [9, "uses", "E_DUP_KEY"],
      [10, null, "E_RAGGED_ROW"],
    ]);
    for (const { reason, remedy } of said.refused) expect([reason, remedy].every(Boolean)).toBe(true);
    await expect(bring("x", "account_id,date", `M1,${day}`)).rejects.toThrow("No column says who it was");
  });

  it("keeps rows of accounts nobody knows waiting, and counts them once somebody says", async () => {
    const row = `Birch,dora,${day},Reports,3`;
    expect(await bring("days", "account_id,user_id,date,feature,uses", row)).toMatchObject({ waiting: 3 });
    const account = (await server.termwise.books()).known.now.accounts[0];
    await api.usage.mapAccount({ key: "group:Birch", accountId: account?.accountId ?? "" });
    expect(await uses("dora")).toEqual([[day, "Reports", "use", 3]]);
  });
});
