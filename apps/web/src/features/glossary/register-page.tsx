import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { counted } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { FindField } from "../../ui/find-field.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { BenchmarkLine } from "./benchmarks.tsx";
import { Settled } from "./conflicts.tsx";
import { useAnchor } from "./use-anchor.ts";

type Register = Outputs["glossary"]["register"];

/** Every contradiction the vocabularies brought along, with its settlement; and what others say of companies in general. */
export function RegisterPage() {
  const query = useQuery(trpc.glossary.register.queryOptions());
  return (
    <Page
      title="Register of contradictions"
      crumbs={[{ label: "Glossary", to: "/glossary" }]}
      filters={<FindField label="Find contradictions" placeholder="Find a word or a term" />}
    >
      <Loaded query={query} what="The register" skeleton={<Skeleton className="h-[640px]" />}>
        {(register) => <Content register={register} />}
      </Loaded>
    </Page>
  );
}

function Content({ register }: { register: Register }) {
  const { search } = useSearchState();
  const words = (search["q"] ?? "").trim().toLowerCase();
  const at = useAnchor();
  const holds = (texts: readonly (string | null)[]) =>
    texts.some((text) => text?.toLowerCase().includes(words));
  const conflicts = register.conflicts.filter(({ id, title, conflict, settlement, terms }) =>
    holds([id, title, conflict, settlement, ...terms.map(({ name }) => name)]),
  );
  const benchmarks = register.benchmarks.filter(({ id, says, attributedTo, terms }) =>
    holds([id, says, attributedTo, ...terms.map(({ name }) => name)]),
  );
  if (conflicts.length + benchmarks.length === 0)
    return (
      <div className="card">
        <Empty title="Nothing in the register holds these words." />
      </div>
    );
  const held = conflicts.filter(({ heldBy }) => heldBy !== null).length;
  return (
    <>
      {conflicts.length > 0 && (
        <section className="card" aria-labelledby="conflicts-title">
          <header className="px-4 py-3">
            <h2 id="conflicts-title" className="text-sm font-semibold">
              {counted(conflicts.length, "contradiction")}, each with its settlement
            </h2>
            <p className="mt-1 max-w-[80ch] text-xs text-muted">
              The vocabularies our terms are drawn from contradict one another. This is what was chosen;{" "}
              {held} of these the software holds to already.
            </p>
          </header>
          <ul>
            {conflicts.map((conflict) => (
              <li
                key={conflict.id}
                id={conflict.id}
                className={`grid scroll-mt-12 gap-x-6 gap-y-1 border-t border-line px-4 py-3 text-xs @[62rem]/page:grid-cols-[320px_minmax(0,1fr)] ${at === conflict.id ? "bg-selected" : ""}`}
              >
                <div>
                  <h3 className="flex flex-wrap items-baseline gap-x-2 font-medium">
                    <a href={`#${conflict.id}`} className="num font-normal text-subtle hover:underline">
                      {conflict.id}
                    </a>
                    {conflict.title}
                  </h3>
                  <Touched terms={conflict.terms} />
                </div>
                <div>
                  <Settled conflict={conflict} />
                  {conflict.heldBy === null && (
                    <p className="mt-1 text-2xs text-subtle">Nothing computes it yet.</p>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {benchmarks.length > 0 && (
        <section className="card" aria-labelledby="benchmarks-title">
          <header className="px-4 py-3">
            <h2 id="benchmarks-title" className="text-sm font-semibold">
              What others say
            </h2>
            <p className="mt-1 max-w-[80ch] text-xs text-muted">
              Claims of publishers about companies in general, with whom they are attributed to. We have not
              checked them, and nothing is computed with them.
            </p>
          </header>
          <ul>
            {benchmarks.map((benchmark) => (
              <li
                key={benchmark.id}
                id={benchmark.id}
                className={`scroll-mt-12 border-t border-line px-4 py-2.5 text-xs ${at === benchmark.id ? "bg-selected" : ""}`}
              >
                <BenchmarkLine benchmark={benchmark} />
                <Touched terms={benchmark.terms} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Touched({ terms }: { terms: Register["conflicts"][number]["terms"] }) {
  return (
    <p className="mt-1 flex flex-wrap gap-x-3">
      {terms.map(({ id, name }) => (
        <Link
          key={id}
          to="/glossary/$term"
          params={{ term: id }}
          className="inline-block rounded-sm leading-6 text-link hover:underline"
        >
          {name}
        </Link>
      ))}
    </p>
  );
}
