import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dayText } from "../../../lib/format.ts";
import { type Inputs, trpc } from "../../../lib/trpc.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import type { Stakeholders } from "../stakeholders/stakeholders.ts";
import { nameOf } from "../stakeholders/stakeholders.ts";
import { wordsOf } from "../timeline/entry-words.ts";

/** The last five things put on record of the account. */
export function Latest({ accountId, people }: { accountId: string; people: Stakeholders["people"] }) {
  const query = useQuery(
    trpc.journal.ofAccount.queryOptions({ accountId, pageSize: 5 } as Inputs["journal"]["ofAccount"]),
  );
  return (
    <FormSection
      title="Latest"
      tools={
        <Link
          to="/accounts/$accountId/timeline"
          params={{ accountId }}
          className="text-xs text-link underline"
        >
          Timeline
        </Link>
      }
      flush
    >
      <Loaded query={query} what="The latest entries" skeleton={<Skeleton className="m-4 h-24" />}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="border-t border-line px-4 py-3 text-xs text-muted">Nothing is on record yet.</p>
          ) : (
            <ul aria-label="Latest">
              {entries.map((entry) => {
                const { title, text } = wordsOf(entry, (id) => nameOf(people, id));
                return (
                  <li key={entry.entryId} className="flex gap-3 border-t border-line px-4 py-2 text-xs">
                    <time dateTime={entry.at} className="num w-24 flex-none text-muted">
                      {dayText(entry.effectiveOn)}
                    </time>
                    <div className="min-w-0">
                      <p className="font-medium">{title}</p>
                      {text && <p className="truncate text-muted">{text}</p>}
                    </div>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
    </FormSection>
  );
}
