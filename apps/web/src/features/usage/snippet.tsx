import { useState } from "react";
import { CopyOnce } from "../../ui/copy-once.tsx";
import { Segmented } from "../../ui/segmented.tsx";

const places = [
  { value: "server", label: "A server" },
  { value: "page", label: "Pages in browsers" },
] as const;
type Place = (typeof places)[number]["value"];

const clients = [
  { value: "segment", label: "Segment" },
  { value: "posthog", label: "PostHog" },
  { value: "curl", label: "curl" },
] as const;
type Client = (typeof clients)[number]["value"];

const uses = {
  segment: `analytics.group({
  userId: "u_17", groupId: "customer 9" });
analytics.track({
  userId: "u_17", event: "Report Exported" });`,
  posthog: `posthog.capture({
  distinctId: "u_17", event: "report exported",
  groups: { company: "customer 9" } });`,
} as const;

function serverCode(client: Client, host: string): string {
  if (client === "segment")
    return `import { Analytics } from "@segment/analytics-node";
const analytics = new Analytics({
  writeKey: process.env.TERMWISE_EVENTS_KEY,
  host: "${host}",
});
${uses.segment}`;
  if (client === "posthog")
    return `import { PostHog } from "posthog-node";
const posthog = new PostHog(process.env.TERMWISE_EVENTS_KEY, {
  host: "${host}",
});
${uses.posthog}`;
  return `curl -sS "${host}/v1/track" -u "$TERMWISE_EVENTS_KEY:" \\
  -H "Content-Type: application/json" \\
  -d '{ "userId": "u_17", "event": "Report Exported",
        "context": { "groupId": "customer 9" } }'`;
}

/** A page of PostHog loads nothing from here: there are no scripts, flags or recordings to be had. */
function pageCode(client: Client, host: string): string {
  if (client === "posthog")
    return `import posthog from "posthog-js";
posthog.init("tw_...", {
  api_host: "${host}",
  disable_external_dependency_loading: true,
});
posthog.identify("u_17");
posthog.group("company", "customer 9");
posthog.capture("report exported");`;
  return `import { AnalyticsBrowser } from "@segment/analytics-next";
const analytics = AnalyticsBrowser.load({
  writeKey: "tw_...",
  cdnURL: "${host}",
});
analytics.identify("u_17");
analytics.group("customer 9");
analytics.track("Report Exported");`;
}

/** What a program must say to send events here, in a server or a page, for each of the clients. */
export function Snippet() {
  const [place, setPlace] = useState<Place>("server");
  const [client, setClient] = useState<Client>("segment");
  const offered = place === "server" ? clients : clients.filter(({ value }) => value !== "curl");
  const goTo = (next: Place) => {
    setPlace(next);
    if (next === "page" && client === "curl") setClient("segment");
  };
  const code = place === "server" ? serverCode : pageCode;
  return (
    <div className="min-w-0">
      <div className="mb-2 flex flex-wrap gap-2">
        <Segmented label="Where it runs" value={place} options={places} onChange={goTo} />
        <Segmented label="Client" value={client} options={offered} onChange={setClient} />
      </div>
      <CopyOnce
        again
        label={place === "server" ? "In a server of yours" : "In your pages"}
        lines={11}
        value={code(client, location.origin)}
        note={
          place === "server"
            ? "Keep the key of a server secret."
            : "Everybody who opens the page can read its key, which can only bring events. Give pages a source of their own, and end its key if it is abused."
        }
      />
    </div>
  );
}
