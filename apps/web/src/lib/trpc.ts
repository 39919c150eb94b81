import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import type { AppRouter } from "@termwise/server";
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { DoorRefused } from "./door-refused.ts";
import { sessionEnded } from "./session-end.ts";

/** What each procedure of the server is asked. */
export type Inputs = inferRouterInputs<AppRouter>;
/** What each procedure of the server answers. */
export type Outputs = inferRouterOutputs<AppRouter>;

/** A refusal by the server, with its code and the request's id. */
export function refusalOf(error: unknown): {
  message: string;
  code: string | null;
  requestId: string | null;
} {
  if (error instanceof TRPCClientError) {
    // Without the server's own words the error is the browser's, in words of its own.
    if (!error.data) return { message: "The server did not answer.", code: null, requestId: null };
    const data = error.data as { code?: string; requestId?: string };
    return { message: error.message, code: data.code ?? null, requestId: data.requestId ?? null };
  }
  if (error instanceof DoorRefused) return { message: error.message, code: error.code, requestId: null };
  return { message: "The server did not answer.", code: null, requestId: null };
}

/** A session the server no longer knows leads to the sign-in page, whatever was asked. */
function leaveIfEnded(error: unknown): void {
  if (refusalOf(error).code === "UNAUTHORIZED") sessionEnded();
}

/** Bad input and missing things do not get better by asking again. */
function retries(failures: number, error: unknown): boolean {
  const code = refusalOf(error).code;
  return failures < 1 && (code === null || code === "INTERNAL_SERVER_ERROR");
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveIfEnded }),
  mutationCache: new MutationCache({ onError: leaveIfEnded }),
  defaultOptions: {
    queries: { staleTime: 60_000, retry: retries, retryDelay: 400, refetchOnWindowFocus: false },
  },
});

/** The server's procedures themselves, where what is asked is known only once its turn comes. */
export const api = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: "/api/trpc", maxItems: 10, maxURLLength: 6000 })],
});

/** Query and mutation options for every procedure of the server. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: api, queryClient });
