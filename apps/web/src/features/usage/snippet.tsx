import { useState } from "react";
import { CopyOnce } from "../../ui/copy-once.tsx";
import { Segmented } from "../../ui/segmented.tsx";

const clients = [
  { value: "segment", label: "Segment" },
  { value: "posthog", label: "PostHog" },
  { value: "curl", label: "curl" },
] as const;
type Client = (typeof clients)[number]["value"];

function codeOf(client: Client, host: string): string {
  if (client === "segment")
    return `import { Analytics } from "@segment/analytics-node";
const analytics = new Analytics({
  writeKey: process.env.TERMWISE_EVENTS_KEY,
  host: "${host}",
});
analytics.group({
  userId: "u_17", groupId: "customer 9" });
analytics.track({
  userId: "u_17", event: "Report Exported" });`;
  if (client === "posthog")
    return `import { PostHog } from "posthog-node";
const posthog = new PostHog(process.env.TERMWISE_EVENTS_KEY, {
  host: "${host}",
});
posthog.capture({
  distinctId: "u_17", event: "report exported",
  groups: { company: "customer 9" } });`;
  return `curl -sS "${host}/v1/track" -u "$TERMWISE_EVENTS_KEY:" \\
  -H "Content-Type: application/json" \\
  -d '{ "userId": "u_17", "event": "Report Exported",
        "context": { "groupId": "customer 9" } }'`;
}

/** What a program must say to send events here, for each of the clients. */
export function Snippet() {
  const [client, setClient] = useState<Client>("segment");
  return (
    <div className="min-w-0">
      <div className="mb-2">
        <Segmented label="Client" value={client} options={clients} onChange={setClient} />
      </div>
      <CopyOnce
        again
        label="In a server of yours"
        lines={11}
        value={codeOf(client, location.origin)}
        note="Keep the key of a server secret. A page in a browser shows its key to everybody: give pages a source of their own."
      />
    </div>
  );
}
