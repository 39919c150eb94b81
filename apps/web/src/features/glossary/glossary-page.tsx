import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Upload } from "lucide-react";
import { useMemo } from "react";
import { cx } from "../../lib/class-names.ts";
import { count } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { FindField } from "../../ui/find-field.tsx";
import { Page } from "../../ui/page.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { readingLists } from "./reading-lists.ts";
import { Found, Group, LetterBar, Reading, SectionBar } from "./term-groups.tsx";
import {
  finderOf,
  implementations,
  implementationText,
  lettersOf,
  sectionsOf,
  type TermLine,
} from "./term-lines.ts";
import { useAnchor } from "./use-anchor.ts";

const orders = [
  { value: "sections", label: "Sections" },
  { value: "letters", label: "A to Z" },
] as const;
const built = [
  { value: "all", label: "Computed or not" },
  { value: "computed", label: implementations.computed },
  { value: "planned", label: implementations.planned },
  { value: "vocabulary", label: implementations.vocabulary },
];
const sets = [
  { value: "all", label: "All domains" },
  { value: "sales_cs", label: "Sales and CS" },
  { value: "cs_product", label: "CS and Product" },
];

const chosen = (of: readonly { value: string }[], asked: string | undefined): string =>
  of.find(({ value }) => value === asked)?.value ?? "all";

/** Every word with its one meaning: by section or by letter, to be found by any of its names, saved as a file. */
export function GlossaryPage() {
  const query = useQuery(trpc.glossary.list.queryOptions());
  const { search, change } = useSearchState();
  return (
    <Page
      title="Terms"
      crumbs={[{ label: "Glossary", to: "/glossary" }]}
      tools={
        <>
          {mayI("glossary.proposeFile") && (
            <Link to="/glossary/import" className={buttonClass("plain", "small", "px-2")}>
              <Upload size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
              <span className="max-sm:sr-only">Import</span>
            </Link>
          )}
          <ExportMenu terms={query.data?.length ?? 0} />
        </>
      }
      filters={
        <>
          <FindField label="Find terms" placeholder="Term or synonym" />
          <Segmented
            label="Order of terms"
            value={search["order"] === "letters" ? "letters" : "sections"}
            options={orders}
            onChange={(next) => change({ order: next === "letters" ? next : undefined, list: undefined })}
          />
          <ChoiceMenu
            label="Domain"
            showLabel={false}
            align="start"
            value={chosen(sets, search["set"])}
            choices={sets}
            onChange={(next) => change({ set: next === "all" ? undefined : next })}
          />
          <ChoiceMenu
            label="Terms that are"
            showLabel={false}
            align="start"
            value={chosen(built, search["built"])}
            choices={built}
            onChange={(next) => change({ built: next === "all" ? undefined : next })}
          />
        </>
      }
    >
      <Loaded query={query} what="The glossary" skeleton={<Skeleton className="h-[640px]" />}>
        {(terms) => <Content all={terms} />}
      </Loaded>
    </Page>
  );
}

function Content({ all }: { all: readonly TermLine[] }) {
  const { search, change } = useSearchState();
  const meant = useAnchor();
  const [set, kind] = [chosen(sets, search["set"]), chosen(built, search["built"])];
  const find = search["q"] ?? "";
  const within = useMemo(
    () =>
      all.filter(
        (term) => (set === "all" || term.set === set) && (kind === "all" || term.implementation === kind),
      ),
    [all, set, kind],
  );
  const finder = useMemo(() => finderOf(within), [within]);
  const found = find.trim() === "" ? within : finder(find);
  const list = readingLists.find(({ id }) => id === search["list"]);
  const listed = list && find.trim() === "";
  const sections = sectionsOf(within);
  const letters = lettersOf(within);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Lists open={listed ? list.id : null} />
        <Elsewhere />
      </div>
      {found.length === 0 ? (
        <div className="card">
          <Empty
            title={find === "" ? "There is no such term." : `No term answers to “${find}”.`}
            actions={
              <Button onClick={() => change({ q: undefined, built: undefined, set: undefined })}>
                Show all {all.length} terms
              </Button>
            }
          >
            Names, abbreviations, synonyms and definitions are searched; small slips of spelling are forgiven.
          </Empty>
        </div>
      ) : listed ? (
        <Reading list={list} terms={all} meant={meant} />
      ) : (
        <>
          <div className="-mx-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 bg-canvas px-1 py-1 sm:sticky sm:top-[92px] sm:z-[5]">
            <p className="num text-xs text-muted" role="status">
              {found.length < all.length
                ? `${count(found.length)} of ${count(all.length)} terms`
                : `${count(all.length)} terms: ${implementationText(all)}`}
            </p>
            <LetterBar letters={letters} />
          </div>
          {find.trim() !== "" ? (
            <Found terms={found} meant={meant} />
          ) : search["order"] === "letters" || meant.startsWith("letter-") ? (
            letters.map((group) => <Group key={group.id} group={group} meant={meant} set />)
          ) : (
            <>
              <SectionBar sections={sections} />
              {sections.map((group) => (
                <Group
                  key={group.id}
                  group={group}
                  meant={meant}
                  set={false}
                  aside={group.terms[0]?.setName}
                />
              ))}
            </>
          )}
        </>
      )}
    </>
  );
}

/** Lists to begin with: what is cited most, and what to read in one's first week. */
function Lists({ open }: { open: string | null }) {
  const { change } = useSearchState();
  return (
    <section aria-label="Where to begin" className="flex flex-wrap items-center gap-2">
      <span className="text-xs text-subtle">Begin with</span>
      {readingLists.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-pressed={open === id}
          onClick={() => change({ list: open === id ? undefined : id, q: undefined }, { push: true })}
          className={cx(
            "h-7 rounded-full border px-3 text-xs pointer-coarse:h-9",
            open === id
              ? "border-accent bg-selected font-medium text-fg"
              : "border-line bg-surface text-muted hover:bg-hover",
          )}
        >
          {name}
        </button>
      ))}
    </section>
  );
}

/** Pages about the glossary as a whole; a review that is overdue says so. */
function Elsewhere() {
  const { data: reviews } = useQuery(trpc.definitions.reviews.queryOptions());
  const overdue = reviews?.some((set) => set.overdue) ?? false;
  const look = "inline-block rounded-sm leading-6 text-link hover:underline pointer-coarse:leading-9";
  return (
    <nav aria-label="About the glossary" className="flex flex-wrap gap-x-4 text-xs">
      <Link to="/glossary/reviews" className={look}>
        Reviews{overdue && <span className="text-warning">, overdue</span>}
      </Link>
      <Link to="/glossary/changes" className={look}>
        Changes
      </Link>
      <Link to="/glossary/register" className={look}>
        Contradictions
      </Link>
    </nav>
  );
}
