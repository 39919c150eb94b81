import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { count, counted } from "../../../lib/format.ts";
import { refusalOf } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { mayI } from "../../../lib/who.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { Page } from "../../../ui/page.tsx";
import { Pages } from "../../../ui/pages.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { FlagClearing } from "../flag-clearing.tsx";
import { type FlagChoice, type Flags, useFlags, useHealthWrites, usePage } from "../health.ts";
import { FlagDialog, type FlagStep } from "./flag-dialog.tsx";
import { FlagList } from "./flag-list.tsx";
import { choices, type FlagRow } from "./flag-words.ts";

const all = Object.keys(choices) as FlagChoice[];

/** Red flags of all accounts: each with what was seen, who has it, and what is done about it. */
export function FlagsPage({ filters }: { filters: ReactNode }) {
  const { search } = useSearchState();
  const state = all.find((one) => one === search["flags"]) ?? "open";
  const query = useFlags(state, usePage().page);
  return (
    <Page
      title="Red flags"
      term="red-flag"
      crumbs={[{ label: "At risk", to: "/risk" }]}
      filters={filters}
      tools={
        mayI("health.saveRule") && (
          <Link to="/settings/health" className={buttonClass()}>
            Rules
          </Link>
        )
      }
    >
      <Loaded query={query} what="The red flags" skeleton={<Skeleton className="h-96" />}>
        {(flags) => <List flags={flags} state={state} />}
      </Loaded>
    </Page>
  );
}

function List({ flags, state }: { flags: Flags; state: FlagChoice }) {
  const { rows, counts, currency, on } = flags;
  const { change } = useSearchState();
  const { handleFlag } = useHealthWrites();
  const [clearing, setClearing] = useState<FlagRow | null>(null);
  const [asked, setAsked] = useState<{ flag: FlagRow; step: FlagStep } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { goTo } = usePage();
  const reopen = ({ accountId, entryId }: FlagRow) => {
    setTrouble(null);
    const open = { accountId, entryId, state: "open", silencedUntil: null };
    void handleFlag(open as Parameters<typeof handleFlag>[0]).catch((error: unknown) =>
      setTrouble(refusalOf(error).message),
    );
  };
  return (
    <section className="card min-w-0" aria-labelledby="flags-title">
      <div className="flex flex-wrap items-start justify-between gap-2 px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="flags-title" className="text-sm font-semibold">
            {choices[state].title}
          </h2>
          <p className="text-2xs text-subtle">
            {counted(flags.total, "flag")}, the gravest first. A flag is one event with what was seen; it
            opens once and is cleared with a reason.
          </p>
        </div>
        <Segmented
          label="Show"
          value={state}
          options={all.map((value) => ({ value, label: `${choices[value].name} ${count(counts[value])}` }))}
          onChange={(next) => change({ flags: next === "open" ? undefined : next, page: undefined })}
        />
      </div>
      {trouble !== null && (
        <div className="px-4">
          <FormMessage text={trouble} />
        </div>
      )}
      {rows.length === 0 ? (
        <Empty title={`No red flag is ${state === "all" ? "on record" : state}.`}>
          Rules look at logins, champions, renewal meetings, integrations and NPS each day. What no rule sees
          is raised by hand on the account.
        </Empty>
      ) : (
        <FlagList
          rows={rows}
          currency={currency}
          onClear={setClearing}
          onHandle={(flag, step) => setAsked({ flag, step })}
          onReopen={reopen}
        />
      )}
      <div className="flex justify-end px-4 py-2 empty:hidden">
        <Pages of="red flags" {...flags} onGo={goTo} />
      </div>
      <FlagClearing flag={clearing} onClose={() => setClearing(null)} />
      <FlagDialog asked={asked} today={on} onClose={() => setAsked(null)} />
    </section>
  );
}
