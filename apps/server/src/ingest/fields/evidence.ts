import { field } from "./field.ts";
import { ofAccountFields } from "./of-account.ts";

/** The fields of a file of onboarding evidence. */
export const evidenceFields = [
  ...ofAccountFields,
  field(
    "what",
    "word",
    "`criterion` (what is agreed), `evidence` (that it is met), `kickoff`, `onboarded_flag` or `confirmation`.",
    "entry, entry type, record type, evidence type",
  ),
  field(
    "criterion",
    "word",
    "`technical_completion`, `adoption_trigger`, `success_milestone` or `sponsor_confirmation`.",
    "onboarding criterion, gate, milestone",
  ),
  field(
    "at",
    "date",
    "When it happened or was written: a moment with its time, or a day.",
    "date, occurred at, happened at, recorded at, written at, timestamp",
  ),
  field(
    "observed",
    "text",
    "What was agreed, or what was observed.",
    "text, description, note, notes, value, evidence",
  ),
  field("by", "text", "Who put it on record.", "recorded by, author, csm, owner, user"),
  field("contact_id", "id", "For a confirmation: the contact who confirms (`con_…`).", "contact"),
  field(
    "role",
    "word",
    "For a confirmation: `sponsor`, or `champion` by delegation.",
    "contact role, confirmer role",
  ),
  field(
    "delegated_by",
    "id",
    "For a champion's confirmation: the sponsor who delegated it (`con_…`).",
    "delegated by contact",
  ),
  field("link", "text", "Where the evidence can be read.", "url, evidence link"),
  field(
    "expires_on",
    "date",
    "The first day it no longer counts.",
    "expires, valid until, expiry, expiry date",
  ),
  field("system", "text", "The system it comes from.", "source system, source"),
];
