import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Rss } from "lucide-react";
import { Fragment, useState } from "react";
import { dayText, momentDay } from "../../../lib/format.ts";
import { trpc } from "../../../lib/trpc.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { Page } from "../../../ui/page.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { type Change, changeGroups } from "./change-groups.ts";

/** Every change of a definition, the latest first, with who made it and why; as a page and as a feed. */
export function ChangesPage() {
  const query = useQuery(trpc.definitions.log.queryOptions());
  const [own, setOwn] = useState<"own" | "all">("own");
  return (
    <Page
      title="Changes of definitions"
      crumbs={[{ label: "Glossary", to: "/glossary" }]}
      tools={
        <a href="/api/definitions/changes.atom" className={buttonClass("plain")}>
          <Rss size={14} strokeWidth={1.5} aria-hidden />
          Feed
        </a>
      }
    >
      <Segmented
        label="Changes shown"
        value={own}
        options={[
          { value: "own", label: "This workspace's" },
          { value: "all", label: "The product's too" },
        ]}
        onChange={setOwn}
      />
      <Loaded query={query} what="The changes" skeleton={<Skeleton className="h-96" />}>
        {(changes) => <Log changes={changes.filter(({ by }) => own === "all" || by === "workspace")} />}
      </Loaded>
    </Page>
  );
}

function Log({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0)
    return (
      <div className="card">
        <Empty title="This workspace has changed no definition yet.">
          Every term is as the product defines it. A change is proposed on the page of its term, and signed by
          the teams that share it.
        </Empty>
      </div>
    );
  return (
    <ol className="card divide-y divide-line">
      {changeGroups(changes).map(({ first, others }) => (
        <Entry key={`${first.termId} ${first.version}`} change={first} others={others} />
      ))}
    </ol>
  );
}

function Entry({ change, others }: { change: Change; others: readonly Change[] }) {
  const { termId, termName, version, on, by, author, reason, agreedAt, parameters, labels } = change;
  const told = [
    author,
    ...(agreedAt ? [`agreed ${momentDay(agreedAt)}`] : []),
    ...Object.entries(parameters).map(([name, value]) => `${labels[name] ?? name}: ${value}`),
  ];
  return (
    <li className="px-4 py-3 text-xs">
      <p className="flex flex-wrap items-center gap-2">
        <Link
          to="/glossary/$term"
          params={{ term: termId }}
          className="rounded-sm text-sm font-medium text-link hover:underline"
        >
          {termName}
        </Link>
        <Chip>v{version}</Chip>
        <span className="text-muted">from {dayText(on)}</span>
        {by === "workspace" && (
          <Link
            to="/glossary/$term/diff"
            params={{ term: termId }}
            search={{ from: version - 1, to: version }}
            className="rounded-sm text-link hover:underline"
          >
            What changed
          </Link>
        )}
      </p>
      <p className="mt-0.5 max-w-[72ch]">{[change.change, reason].filter(Boolean).join(" ")}</p>
      {others.length > 0 && (
        <p className="max-w-[72ch] text-muted">
          Also:{" "}
          {others.map((other, at) => (
            <Fragment key={other.termId}>
              {at > 0 && ", "}
              <Link
                to="/glossary/$term"
                params={{ term: other.termId }}
                className="rounded-sm text-link hover:underline"
              >
                {other.termName}
              </Link>{" "}
              v{other.version}
            </Fragment>
          ))}
        </p>
      )}
      <p className="num text-subtle">{told.filter(Boolean).join(" · ")}</p>
    </li>
  );
}
