import { useQuery } from "@tanstack/react-query";
import { momentDay, readable } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { useCompActions } from "./comp.ts";

/** The letters about one's plans: what each pays in plain language, and whether one said that one read it. */
export function Letters() {
  const query = useQuery(trpc.comp.letters.queryOptions({}));
  const { acknowledge } = useCompActions();
  return (
    <Loaded query={query} what="The letters" skeleton={<Skeleton className="h-32" />}>
      {(letters) =>
        letters.length === 0 ? null : (
          <FormSection
            flush
            title="Letters about your plans"
            note="Made from the plan and from nothing else, when it was given to you."
          >
            <ul aria-label="Letters">
              {letters.map(({ id, at, text, acknowledgedAt }, index) => (
                <li key={id} className="border-t border-line px-4 py-2 text-xs">
                  <details open={index === 0 && acknowledgedAt === null}>
                    <summary className="flex flex-wrap items-center gap-2">
                      <span className="font-medium">Letter of {momentDay(at)}</span>
                      {acknowledgedAt ? (
                        <Chip tone="positive">acknowledged {momentDay(acknowledgedAt)}</Chip>
                      ) : (
                        <Chip tone="warning">to be acknowledged</Chip>
                      )}
                    </summary>
                    <p className="mt-2 max-w-[90ch] whitespace-pre-line text-muted">{readable(text)}</p>
                    {acknowledgedAt === null && (
                      <Button
                        look="primary"
                        className="mt-2"
                        disabled={acknowledge.isPending}
                        onClick={() => acknowledge.mutate({ of: "letter", id })}
                      >
                        I have read it
                      </Button>
                    )}
                  </details>
                </li>
              ))}
            </ul>
          </FormSection>
        )
      }
    </Loaded>
  );
}
