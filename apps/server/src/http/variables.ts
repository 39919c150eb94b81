/** What the server keeps about a request while it answers it. */
export interface Requests {
  Variables: { requestId: string };
}
