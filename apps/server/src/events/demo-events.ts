import {
  type AccountId,
  addDays,
  addMonths,
  endOfDayUtc,
  type Instant,
  instant,
} from "@termwise/core/kernel";
import { createApiKey, findRawKeeping, loadMembers, randomText } from "@termwise/db";
import { hashOf } from "../auth/doors.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import type { Termwise } from "../termwise.ts";
import { countAllUses } from "./count-uses.ts";
import { incoming, takeIn } from "./take-in.ts";

const records = "Noor Haddad";

/** Tenants of the region that was opened last: nobody has said yet which customers they are. */
const tenants = [
  { id: "eu-tenant-0417", users: ["0417-01", "0417-02", "0417-03", "0417-04", "0417-05"] },
  { id: "eu-tenant-0422", users: ["0422-01", "0422-02"] },
] as const;
const names = ["Signed In", "Job Scheduled", "Job Scheduled", "Route Changed", "Report Exported"] as const;

/** Days back on which something came from the region's product; the app for phones has been silent for four days. */
const region = 13;
const phones = { from: 20, to: 4 };

/**
 * Lets events come in at the demo company as clients send them: a new region whose tenants wait for their accounts, an app
 * that fell silent, batches sent twice, and some events that could not be taken. Nothing of it is counted for a customer:
 * what customers use is on record already.
 */
export async function recordDemoEvents(termwise: Termwise): Promise<void> {
  const [eu, mobile, free] = await keysOf(termwise, ["Web app, EU region", "App for phones", "Free plan"]);
  if (eu === undefined || mobile === undefined || free === undefined) return;
  const { timeZone } = await termwise.workspace();
  const keeping = await termwise.read(findRawKeeping);
  const bring = async (sourceId: string, receivedAt: Instant, events: readonly unknown[]) => {
    const rules = { sourceId, timeZone, today: termwise.today(), ...keeping };
    const batch = { dialect: "segment", sentAt: null, events, receivedAt } as const;
    await takeIn(termwise, sourceId, [incoming(batch, rules, `demo ${randomText(8)}`)]);
  };
  for (let back = region; back >= 0; back--) {
    const events = dayOf(termwise, back);
    // A client that did not hear our answer sends its batch again.
    await bring(
      eu,
      hoursAgo(termwise, back * 24 + 2),
      back % 6 === 2 ? [...events, ...events.slice(0, 9)] : events,
    );
  }
  await bring(eu, hoursAgo(termwise, 31), wrong(termwise));
  for (let back = phones.from; back >= phones.to; back--)
    await bring(mobile, hoursAgo(termwise, back * 24), phonesOn(termwise, back));
  const companies = await freeCompanies(termwise);
  for (let week = firstWeeks / 7; week >= 1; week--) {
    const days = Array.from({ length: 7 }, (_, at) => week * 7 - at);
    const events = days.flatMap((back) => freeTeamsOn(termwise, companies, back));
    await bring(free, hoursAgo(termwise, (week * 7 - 6) * 24 - 2), events);
  }
  await countAllUses(termwise);
}

async function keysOf(termwise: Termwise, sources: readonly string[]): Promise<string[]> {
  const now = termwise.now();
  return termwise.write(async (tx) => {
    const maker = (await loadMembers(tx, tx.workspaceId)).find(({ name }) => name === records);
    if (maker === undefined) return [];
    const ids: string[] = [];
    for (const name of sources) {
      // Nobody is told the secret: to send something a key of one's own is made.
      const secret = `tw_${randomText(43)}`;
      const made = { name, prefix: secret.slice(0, 9), hash: hashOf(secret), createdBy: maker.member.id };
      const expiresAt = endOfDayUtc(addMonths(termwise.today(), 6));
      const rights = ["events_write"] as const;
      ids.push(await createApiKey(tx, { ...made, rights, sourceId: null, createdAt: now, expiresAt }));
    }
    return ids;
  });
}

const hoursAgo = (termwise: Termwise, hours: number): Instant =>
  instant(new Date(Date.parse(termwise.now()) - hours * 3_600_000).toISOString());

/** What the tenants' users did on a day: less on a weekend. */
function dayOf(termwise: Termwise, back: number): object[] {
  const timestamp = hoursAgo(termwise, back * 24 + 3);
  const isWeekend = [0, 6].includes(new Date(timestamp).getUTCDay());
  return tenants.flatMap(({ id, users }) =>
    users.slice(0, isWeekend ? 1 : users.length).flatMap((userId, nth) =>
      names.slice(0, isWeekend ? 2 : names.length - (nth % 3)).map((event, at) => ({
        type: "track",
        messageId: `${id}-${userId}-${back}-${at}`,
        userId,
        event,
        timestamp,
        context: { groupId: id },
      })),
    ),
  );
}

/** For how many days the teams of companies that are no customers yet have tried the free plan. */
const firstWeeks = 28;

/**
 * Four companies that Sales talks to and what their people did on a day: how many began, how far they come with setting
 * up, and whether they come to the limit of the free plan.
 */
const freeTeams = [
  { people: 7, diligent: 6, limitOn: [9, 4] },
  { people: 5, diligent: 2, limitOn: [6] },
  { people: 3, diligent: 3, limitOn: [12, 5, 2] },
  { people: 4, diligent: 0, limitOn: [] },
] as const;

async function freeCompanies(termwise: Termwise): Promise<AccountId[]> {
  const accounts = accountsOnDay(await termwise.books(), termwise.today()).values();
  return [...accounts].flatMap(({ accountId, status }) => (status === "prospect" ? [accountId] : []));
}

function freeTeamsOn(termwise: Termwise, companies: readonly AccountId[], back: number): object[] {
  const on = addDays(termwise.today(), -back);
  const isWeekend = [0, 6].includes(new Date(`${on}T12:00:00Z`).getUTCDay());
  return freeTeams.flatMap(({ people, diligent, limitOn }, team) => {
    const groupId = companies[team];
    return Array.from({ length: groupId === undefined ? 0 : people }, (_, nth) => {
      const day = firstWeeks - 2 - nth * 2 - back;
      if (day < 0 || (isWeekend && nth > 0)) return [];
      // Who keeps to it has a first report within the week, others late or never.
      const reports = nth < diligent ? day >= 2 + (nth % 4) : day === 20;
      const did = [
        ...(day % 2 === 0 ? ["Signed In"] : []),
        ...(nth < diligent || day < 2 ? ["Scheduling"] : []),
        ...(reports ? ["Reports"] : []),
        ...(nth === 0 && limitOn.some((one) => one === back) ? ["Planner limit reached"] : []),
      ];
      return did.map((event) => ({
        type: "track",
        messageId: `free-${team}-${nth}-${back}-${event}`,
        userId: `free-${team}-${nth}`,
        event,
        timestamp: `${on}T10:${10 + nth}:00Z`,
        context: { groupId },
      }));
    }).flat();
  });
}

/** What an app of which nobody knows whose users they are tells: installations, by nobody in particular. */
const phonesOn = (termwise: Termwise, back: number): object[] =>
  Array.from({ length: 6 + (back % 4) }, (_, nth) => ({
    type: "identify",
    messageId: `phone-${back}-${nth}`,
    userId: `phone-${nth}`,
    timestamp: hoursAgo(termwise, back * 24 + 1),
  }));

function wrong(termwise: Termwise): object[] {
  const [tenant] = tenants;
  const event = {
    type: "track",
    userId: tenant.users[0],
    event: "Job Scheduled",
    context: { groupId: tenant.id },
  };
  return [
    { ...event, messageId: "late-1", timestamp: addDays(termwise.today(), -140) },
    { ...event, messageId: "late-2", timestamp: addDays(termwise.today(), -139) },
    { ...event, messageId: "clock-1", timestamp: "yesterday, at about nine" },
    { type: "track", messageId: "nobody-1", event: "Report Exported" },
    { type: "track", messageId: "nameless-1", userId: tenant.users[1], context: { groupId: tenant.id } },
  ];
}
