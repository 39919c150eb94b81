import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { count, dayText, momentText } from "../../../lib/format.ts";
import { type Inputs, trpc } from "../../../lib/trpc.ts";
import { useRecording } from "../../../lib/use-recording.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { mayI } from "../../../lib/who.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { ChoiceMenu } from "../../../ui/choice-menu.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { Term } from "../../../ui/term.tsx";
import { Withdraw } from "../../../ui/withdraw.tsx";
import { useAccount } from "../account.ts";
import { personName, useStakeholders } from "../stakeholders/stakeholders.ts";
import { type Entry, groups } from "./entry-words.ts";
import { type Line, timelineLines } from "./timeline-rows.ts";

const most = 500;
const atFirst = 60;

/** Everything that happened with the account: what people and systems put on record, movements of ARR, owners. */
export function TimelineTab({ accountId }: { accountId: string }) {
  const account = useAccount(accountId);
  const query = useQuery(
    trpc.journal.ofAccount.queryOptions({
      accountId,
      pageSize: most,
    } as Inputs["journal"]["ofAccount"]),
  );
  const coverage = useQuery(
    trpc.coverage.ofAccount.queryOptions({ accountId } as Inputs["coverage"]["ofAccount"]),
  );
  const people = useStakeholders(accountId, mayI("stakeholders.ofAccount")).data?.people ?? [];
  const { today } = useWorkspace();
  const nameOf = (id: string) => {
    const person = people.find(({ contactId }) => contactId === id);
    return person ? personName(person) : "a contact";
  };
  return (
    <Loaded query={query} what="The timeline" skeleton={<Skeleton className="h-96" />}>
      {({ entries }) =>
        account.data && coverage.data ? (
          <Lines
            accountId={accountId}
            lines={timelineLines(entries, account.data, coverage.data.owners, { nameOf, today })}
          />
        ) : (
          <Skeleton className="h-96" />
        )
      }
    </Loaded>
  );
}

const everything = { value: "", label: "Everything" };
const choices = [everything, ...Object.entries(groups).map(([value, { label }]) => ({ value, label }))];

function Lines({ accountId, lines }: { accountId: string; lines: readonly Line[] }) {
  const { search, change } = useSearchState();
  const [shown, setShown] = useState(atFirst);
  const asked = choices.some(({ value }) => value === search["show"]) ? (search["show"] ?? "") : "";
  const found = asked === "" ? lines : lines.filter(({ group }) => group === asked);
  return (
    <section className="card" aria-labelledby="timeline-title">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 pb-2">
        <h2 id="timeline-title" className="text-sm font-semibold">
          <Term id="touchpoints">Timeline</Term>{" "}
          <span className="num text-2xs font-normal text-subtle">{count(found.length)}</span>
        </h2>
        <ChoiceMenu
          label="Show"
          value={asked}
          choices={choices}
          onChange={(next) => change({ show: next || undefined })}
        />
      </div>
      {found.length === 0 ? (
        <Empty
          title={asked === "" ? "Nothing is on record yet." : "Nothing of this kind is on record."}
          actions={
            asked !== "" && <Button onClick={() => change({ show: undefined })}>Show everything</Button>
          }
        >
          A call, a meeting, a mail or a note is put on record with the buttons above.
        </Empty>
      ) : (
        <ol aria-label="Timeline">
          {found.slice(0, shown).map((line) => (
            <TimelineLine key={line.key} accountId={accountId} line={line} />
          ))}
        </ol>
      )}
      {found.length > shown && (
        <p className="border-t border-line px-4 py-2.5">
          <Button onClick={() => setShown(shown + 4 * atFirst)}>
            Show more, {count(found.length - shown)} left
          </Button>
        </p>
      )}
    </section>
  );
}

function TimelineLine({ accountId, line }: { accountId: string; line: Line }) {
  const { on, at, title, text, link, by, source, entry } = line;
  const whence = [by, source].filter((one) => one !== null).join(", ");
  return (
    <li
      data-line={entry?.entry.of ?? line.group}
      className="grid gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 text-xs sm:grid-cols-[104px_minmax(0,1fr)_auto]"
    >
      <time dateTime={at ?? on} title={at ? momentText(at) : undefined} className="num text-muted">
        {dayText(on)}
      </time>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {title}
          <Chip>{groups[line.group].label}</Chip>
        </p>
        {text && <p className="max-w-[72ch] break-words whitespace-pre-line text-muted">{text}</p>}
        {link && (
          <p className="truncate">
            <a href={link} target="_blank" rel="noreferrer" className="text-link underline">
              {link}
            </a>
          </p>
        )}
        {whence && <p className="text-2xs text-subtle">{whence}</p>}
      </div>
      {entry && mayI("journal.withdraw") && <TakeBack accountId={accountId} entry={entry} title={title} />}
    </li>
  );
}

function TakeBack({ accountId, entry, title }: { accountId: string; entry: Entry; title: string }) {
  const { withdraw } = useRecording(accountId);
  return (
    <div className="-my-1 sm:justify-self-end">
      <Withdraw
        title="Withdraw the entry?"
        note="It no longer counts. What it said, who withdrew it and why stay on record."
        name={`Withdraw ${title}`}
        onWithdraw={(reason) => withdraw(entry.entryId, reason)}
      />
    </div>
  );
}
