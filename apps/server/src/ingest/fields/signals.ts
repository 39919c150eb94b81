import { field } from "./field.ts";
import { ofAccountFields } from "./of-account.ts";

const contact = field("contact_id", "id", "The contact it is of (`con_…`).", "contact");
const system = field("system", "text", "The system it comes from.", "source system, source");

/** The fields of a file of support tickets. */
export const ticketFields = [
  ...ofAccountFields,
  field(
    "ticket_id",
    "id",
    "What the help desk calls the ticket.",
    "ticket, ticket number, ticket no, case id, case number, support ticket id, support case",
  ),
  field(
    "opened_at",
    "date",
    "When it was opened: a moment with its time, or a day.",
    "opened on, opened date, created at, created, created date, date created, ticket created at",
  ),
  field(
    "solved_at",
    "date",
    "When it was last solved; empty: it is open.",
    "resolved at, closed at, closed date, resolution date, solved on, resolved on",
  ),
  field("severity", "word", "`low`, `normal`, `high` or `urgent`.", "priority, ticket priority, urgency"),
  field("subject", "text", "What it is about, in words.", "title, summary, ticket subject"),
  field("area", "text", "The area of the product it is about.", "product area, component, category, module"),
  field("contacts", "number", "How often the customer had to write.", "replies, number of contacts, touches"),
  field("reopened", "word", "Whether it was opened again after it was held to be solved.", "was reopened"),
  field("escalated", "word", "Whether it was escalated.", "is escalated, escalation"),
  system,
];

/** The fields of a file of answers to surveys. */
export const answerFields = [
  ...ofAccountFields,
  field("survey", "word", "`nps`, `csat`, `ces` or `pulse`.", "survey type, survey name, survey kind"),
  field("score", "number", "The number that was answered.", "rating, answer, nps score, response, value"),
  field(
    "answered_at",
    "date",
    "When it was answered: a moment with its time, or a day.",
    "responded at, response date, submitted at, answered on, date, survey date",
  ),
  contact,
  field("person", "text", "Who answered, where it is no contact.", "respondent, respondent id, user, email"),
  field("about", "text", "The one thing that was asked about, such as a ticket.", "subject, ticket id"),
  field("comment", "text", "What was written beside the number.", "verbatim, feedback, text, note"),
  system,
];

/** The fields of a file of touchpoints. */
export const touchFields = [
  ...ofAccountFields,
  field(
    "touch",
    "word",
    "`call`, `meeting`, `email`, `qbr`, `ebr`, `annual_review` or `note`.",
    "touchpoint, touchpoint type, activity type, interaction type, interaction",
  ),
  field(
    "at",
    "date",
    "When it was: a moment with its time, or a day.",
    "date, activity date, occurred at, timestamp",
  ),
  field(
    "direction",
    "word",
    "`ours` or `theirs`: who wrote or called.",
    "from whom, initiated by, inbound outbound",
  ),
  contact,
  field("text", "text", "What it was about.", "summary, subject, description, notes, note"),
  field("by", "text", "Who of us took part.", "owner, csm, user, author"),
  system,
];
