import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Rss } from "lucide-react";
import { useState } from "react";
import { dayText } from "../../../lib/format.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { Page } from "../../../ui/page.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";

type Change = Outputs["definitions"]["log"][number];

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
      {changes.map(({ termId, termName, version, on, by, author, reason, change, parameters }) => (
        <li key={`${termId} ${version}`} className="px-4 py-3 text-xs">
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
          <p className="mt-0.5 max-w-[72ch]">{[change, reason].filter(Boolean).join(" ")}</p>
          <p className="num text-subtle">
            {[author, ...Object.entries(parameters).map(([name, value]) => `${name} = ${value}`)]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </li>
      ))}
    </ol>
  );
}
