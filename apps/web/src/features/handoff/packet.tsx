import { type DealContextField, dealContextFields, packetSections } from "@termwise/core/facts";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { flushSync } from "react-dom";
import { counted } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Term } from "../../ui/term.tsx";
import { type Entry, type Handoff, mayRecord, type Section } from "./handoff.ts";
import { type Draft, GapField } from "./review.tsx";
import { SectionForm } from "./section-form.tsx";
import { WrittenBy } from "./written-by.tsx";

interface Props {
  handoff: Handoff;
  nameOf: (contactId: string) => string;
  onSave: (entry: Entry) => Promise<void>;
  /** A review that is being written: each section can be asked about. */
  review: Draft | null;
}

/** The six sections of a packet, each written where it stands. */
export function Packet({ handoff, nameOf, onSave, review }: Props) {
  const [editing, setEditing] = useState<Section["section"] | null>(null);
  const done = (section: Section["section"]) => {
    flushSync(() => setEditing(null));
    document.getElementById(`write-${section}`)?.focus();
  };
  return (
    <section aria-labelledby="packet-title" className="card">
      <div className="flex flex-wrap items-baseline justify-between gap-2 px-4 pt-3 pb-2">
        <h2 id="packet-title" className="text-sm font-semibold">
          <Term id="handoff-packet">Packet</Term>
        </h2>
        <p className="num text-2xs text-subtle">{counted(handoff.filled, "section")} of 6 filled</p>
      </div>
      <ol>
        {handoff.sections.map((section, at) => (
          <li key={section.section} className="border-t border-line px-4 py-3">
            <div className="flex items-start gap-3">
              <StateMark state={section.state} at={at + 1} />
              <div className="min-w-0 flex-1">
                <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
                  <h3 className="text-xs font-semibold">{packetSections[section.section]}</h3>
                  {mayRecord() && editing !== section.section && (
                    <Button
                      id={`write-${section.section}`}
                      look="quiet"
                      className="-my-1"
                      aria-label={`${section.at === null ? "Write" : "Change"}: ${packetSections[section.section]}`}
                      onClick={() => setEditing(section.section)}
                    >
                      {section.at === null ? "Write" : "Change"}
                    </Button>
                  )}
                </div>
                {editing === section.section ? (
                  <SectionForm
                    section={section}
                    close={handoff.close.id}
                    onSave={onSave}
                    onDone={() => done(section.section)}
                  />
                ) : (
                  <SectionText section={section} handoff={handoff} nameOf={nameOf} />
                )}
                {review && <GapField section={section.section} draft={review} />}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What a section says, who said it, what it lacks, and what the reviewer asked for. */
export function SectionText({
  section,
  handoff,
  nameOf,
}: { section: Section } & Pick<Props, "handoff" | "nameOf">) {
  const gap = handoff.openGaps.find((one) => one.section === section.section);
  const told = Object.entries(section.context) as [DealContextField, string][];
  return (
    <div className="mt-1 flex flex-col gap-1 text-xs">
      {section.section === "people" && <People handoff={handoff} nameOf={nameOf} />}
      {told.length > 0 && (
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[11rem_1fr]">
          {told.map(([field, text]) => (
            <div key={field} className="contents">
              <dt className="text-subtle">{dealContextFields[field]}</dt>
              <dd className="whitespace-pre-line break-words">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {section.text && <p className="max-w-[76ch] whitespace-pre-line break-words">{section.text}</p>}
      {section.link && (
        <a
          href={section.link}
          target="_blank"
          rel="noreferrer noopener"
          className="inline-flex max-w-full items-center gap-1 self-start break-all text-link underline"
        >
          {section.link}
          <ExternalLink size={12} strokeWidth={1.5} aria-label="opens a new page" className="flex-none" />
        </a>
      )}
      {gap && (
        <p className="border-l-2 border-(--warning) pl-2 text-warning">
          <span className="font-medium">Asked for:</span> {gap.missing}
        </p>
      )}
      {section.missing.length > 0 && <p className="text-muted">Missing: {section.missing.join(", ")}.</p>}
      <WrittenBy by={section.by} at={section.at} />
    </div>
  );
}

const parts = [
  { part: "champion", label: "Champion" },
  { part: "sponsor", label: "Sponsor" },
  { part: "daily_contact", label: "Daily contact" },
  { part: "objectors", label: "Objectors" },
] as const;

function People({ handoff: { people }, nameOf }: Pick<Props, "handoff" | "nameOf">) {
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[11rem_1fr]">
      {parts.map(({ part, label }) => (
        <div key={part} className="contents">
          <dt className="text-subtle">{label}</dt>
          <dd>
            {people[part].length > 0
              ? people[part].map((id) => nameOf(id)).join(", ")
              : part === "objectors" && people.noObjectors
                ? "None, as declared"
                : "—"}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const stateWords = { filled: "Filled", partial: "Not complete", empty: "Empty" } as const;

/** A section's number in a square that fills as the section does. */
function StateMark({ state, at }: { state: Section["state"]; at: number }) {
  const looks = {
    filled: "border-(--positive) bg-positive-chip text-positive",
    partial: "border-(--warning) bg-warning-chip text-warning",
    empty: "border-input text-subtle",
  } as const;
  return (
    <span
      className={`num grid size-5 flex-none place-items-center rounded-control border text-2xs font-medium ${looks[state]}`}
    >
      {at}
      <span className="sr-only">, {stateWords[state]}</span>
    </span>
  );
}
