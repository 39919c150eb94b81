import { proposalsOf } from "@termwise/core/governance";
import { addDays, type Day, type Instant } from "@termwise/core/kernel";
import { isTermId, termById } from "@termwise/core/registry";
import { lastArrivals, type Timer } from "@termwise/db";
import type { Books } from "../derive/books.ts";
import { sourcesIn } from "../sources/source-list.ts";
import { ages } from "../sources/source-views.ts";
import type { Termwise } from "../termwise.ts";
import { newsTimer } from "./news.ts";

/** For how many days a proposal that waits is news. */
const proposalDays = 30;

/** What changed in the workspace itself: definitions that wait for signatures, sources that bring nothing. */
export async function newsOfHouse(termwise: Termwise, books: Books): Promise<Timer[]> {
  const [now, today] = [termwise.now(), termwise.today()];
  return [...ofProposals(books, now, today), ...(await ofSources(termwise, books, now))];
}

function ofProposals(books: Books, now: Instant, today: Day): Timer[] {
  const { journal } = books.known.now;
  return proposalsOf(journal).flatMap(({ entryId, entry, at, by, state, missing }) => {
    if (state !== "open" || at.slice(0, 10) < addDays(today, -proposalDays)) return [];
    const name = isTermId(entry.term) ? termById(entry.term).name : entry.term;
    return newsTimer(null, now, missing.join("+"), {
      kind: "sign_off",
      subject: entryId,
      title: `A new definition of ${name} waits for your signature`,
      detail: entry.reason,
      path: `/glossary/${entry.term}`,
      signers: entryId,
      except: by,
    });
  });
}

async function ofSources(termwise: Termwise, books: Books, now: Instant): Promise<Timer[]> {
  const sources = sourcesIn(books.known.now.journal).filter(({ paused }) => !paused);
  if (sources.length === 0) return [];
  const arrivals = await termwise.read(lastArrivals);
  return sources.flatMap((source) => {
    const { late, lastAt } = ages(source, arrivals, now);
    if (!late) return [];
    return newsTimer(null, now, lastAt ?? "never", {
      kind: "source_stale",
      subject: source.id,
      title: `${source.name} has brought nothing for longer than agreed`,
      detail: lastAt === null ? "It has never brought anything." : `It last came on ${lastAt.slice(0, 10)}.`,
      path: `/data/sources/${source.id}/runs`,
      names: source.owner === null ? [] : [source.owner],
      importersElse: true,
    });
  });
}
