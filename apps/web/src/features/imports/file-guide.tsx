import { Term } from "../../ui/term.tsx";

/** What each kind of file holds. */
export const guides = [
  {
    title: "Accounts",
    text: "One row per customer.",
    columns: [
      "account_id",
      "name",
      "segment",
      "tier",
      "region",
      "industry",
      "csm",
      "ae",
      "am",
      "parent",
      "currency",
    ],
  },
  {
    title: "Contract lines",
    text: "One row per line of a contract or subscription, with its term and its price.",
    columns: [
      "line_id",
      "account_id",
      "product",
      "quantity",
      "net_unit_price",
      "billing_interval",
      "starts_on",
      "ends_on",
      "currency",
    ],
  },
  {
    title: "Exchange rates",
    text: "Only where contracts are in several currencies.",
    columns: ["date", "base", "quote", "rate"],
  },
] as const;

/** What the files should hold, before any is chosen. */
export function FileGuide() {
  return (
    <section className="card px-4 py-3" aria-labelledby="guide-title">
      <h2 id="guide-title" className="text-sm font-semibold">
        What the files hold
      </h2>
      <p className="mt-0.5 max-w-[90ch] text-2xs text-subtle">
        Headers of the usual CRM and billing exports are recognised. Dates and decimals are read per column
        and shown; what can be read in two ways is asked, never guessed. <Term id="arr">ARR</Term> comes from
        contract lines alone.
      </p>
      <div className="mt-3 grid gap-x-8 gap-y-4 @[47.5rem]/page:grid-cols-3">
        {guides.map((guide) => (
          <div key={guide.title} className="border-t border-line pt-2 text-xs">
            <h3 className="font-medium">{guide.title}</h3>
            <p className="text-muted">{guide.text}</p>
            <p className="mt-1.5 flex flex-wrap gap-1">
              {guide.columns.map((column) => (
                <code
                  key={column}
                  className="rounded-control bg-neutral-chip px-1.5 font-mono text-2xs text-neutral"
                >
                  {column}
                </code>
              ))}
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}
