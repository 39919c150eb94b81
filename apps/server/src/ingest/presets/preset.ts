import type { FileMapping } from "../mapping.ts";

/** An export of another product, by its headers, and how it is read. */
export interface Preset {
  readonly id: string;
  readonly vendor:
    | "Salesforce"
    | "HubSpot"
    | "Stripe"
    | "Zendesk"
    | "Freshdesk"
    | "Jira"
    | "Delighted"
    | "Survey tool";
  readonly title: string;
  /** The system its ids are of, offered where none is chosen. */
  readonly system: string;
  /** Headers that tell it from others: one of each of these is there. */
  readonly telling: readonly (readonly string[])[];
  /** Headers that are never in it. */
  readonly never?: readonly string[];
  /** How it is read; a column may be called one of several names. What a mapping says wins. */
  readonly settings: Omit<FileMapping, "columns"> & {
    readonly columns?: Readonly<Record<string, string | readonly string[] | null>>;
  };
}
