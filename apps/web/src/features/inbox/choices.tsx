import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";

/** Which kinds of news one is told: each takes effect as it is chosen. */
export function Choices() {
  const asked = trpc.inbox.choices.queryOptions();
  const query = useQuery(asked);
  const client = useQueryClient();
  const choosing = useMutation(
    trpc.inbox.choose.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: asked.queryKey }),
    }),
  );
  return (
    <Loaded query={query} what="Your choices" skeleton={<Skeleton className="h-72" />}>
      {(choices) => (
        <>
          <ul aria-label="Kinds of news" className="grid gap-x-4 sm:grid-cols-2">
            {choices.map(({ kind, name, on }) => (
              <li key={kind}>
                <Checkbox
                  name={`news-${kind}`}
                  label={name}
                  checked={on}
                  disabled={choosing.isPending}
                  onChange={(wanted) => choosing.mutate({ kind, on: wanted } as Inputs["inbox"]["choose"])}
                />
              </li>
            ))}
          </ul>
          <FormMessage text={choosing.error?.message ?? null} />
        </>
      )}
    </Loaded>
  );
}
