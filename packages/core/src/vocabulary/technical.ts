import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";

const shared = {
  section: "technical" as const,
  kind: "technology" as const,
  tier: "C" as const,
  owner: "RevOps",
  sources: [practice.postSales],
};

/** Names of tools and techniques that come up in the teams' talk. */
export const technicalTerms = [
  defineTerm({
    ...shared,
    id: "segment-cdp",
    name: "Segment CDP",
    abbreviation: "CDP",
    aliases: ["Customer Data Platform"],
    tier: "B",
    definition:
      "Twilio's platform that gathers what people do in products and sites, and passes it on in one form.",
    example:
      "An event that names a user, an account and a report run comes in and becomes one reading of use.",
    grain: "event",
    exclusions: ["events without an account: they cannot be put to a customer"],
    related: ["active-use"],
    notNotes: ["Segment is a product here, and not a group of customers."],
    ...drafted("The word segment meant a tool to some and a group of customers to others."),
  }),
  defineTerm({
    ...shared,
    id: "ai-enablement",
    tier: "C",
    vocabularyOnly:
      "It is a practice of learning and of rules for tools, and it leaves no fact about a customer.",
    name: "AI enablement",
    kind: "practice",
    definition:
      "Bringing people to use AI in their daily work, with rules for what it may see and who checks what it says.",
    example:
      "CSMs let a model draft the summary of a call, and each reads it against the notes before it is kept.",
    related: ["agentic-ai", "rag"],
    notNotes: ["Having a tool is not enablement: it takes rules for what may go into it."],
    ...drafted("Everybody used a tool of their own, and nobody knew with which data."),
  }),
  defineTerm({
    ...shared,
    id: "agentic-ai",
    tier: "C",
    vocabularyOnly:
      "It is a technique that came up in talk: no part of the product plans or acts by a language model.",
    name: "Agentic AI",
    definition:
      "Software around a language model that plans several steps by itself and carries them out with tools.",
    example:
      "Asked to prepare a review, it looks up use, drafts the slides and asks before it sends anything.",
    related: ["ai-enablement", "ai-copilot"],
    notNotes: ["A model that only answers a question is no agent."],
    ...drafted("Every chat window was called an agent."),
  }),
  defineTerm({
    ...shared,
    id: "rag",
    tier: "C",
    vocabularyOnly:
      "It is a technique of language models, and every answer here is computed from facts without one.",
    name: "Retrieval-augmented generation",
    abbreviation: "RAG",
    definition:
      "Letting a language model answer from passages that were looked up for the question beforehand.",
    example:
      "For a question about clawback the three nearest paragraphs of the pay plan are found, and the answer is written from them.",
    related: ["vector-store", "chunking", "openai-embeddings", "ai-enablement", "langchain"],
    notNotes: ["What was looked up may be wrong or old: an answer with a source still has to be checked."],
    ...drafted("Answers from documents were taken for answers from memory, and the other way round."),
  }),
  defineTerm({
    ...shared,
    id: "langchain",
    tier: "C",
    vocabularyOnly: "It is a library of somebody else, named in talk; nothing here is built on it.",
    name: "LangChain",
    definition: "An open-source library for building applications of several steps around language models.",
    example:
      "A helper looks up a passage, asks a model and formats the answer: three steps joined by the library.",
    related: ["rag"],
    notNotes: ["It is no model: it joins the steps around one."],
    ...drafted("The name came up in plans, and not everybody knew that it is a library."),
  }),
  defineTerm({
    ...shared,
    id: "streamlit",
    tier: "C",
    vocabularyOnly:
      "It is a tool of somebody else for pages of one's own; figures leave here by the API and as files.",
    name: "Streamlit",
    definition:
      "An open-source tool that turns a Python script into a small web page with inputs and charts.",
    example: "An analyst shows a trial of a health model to ten CSMs on a page made in an afternoon.",
    related: ["quantitative-feedback"],
    notNotes: ["A trial page is no report: nobody keeps it up."],
    ...drafted("Trial pages were quoted as if they were reports."),
  }),
  defineTerm({
    ...shared,
    id: "canva",
    tier: "C",
    vocabularyOnly:
      "It is a tool of somebody else for slides; what goes on them can be copied from any figure.",
    name: "Canva",
    definition: "A product for making slides and pictures from templates in the browser.",
    example: "A CSM puts the quarter's figures into the team's template for a review.",
    related: ["business-review"],
    notNotes: ["A slide made in it is no figure: what counts is where the figure was computed."],
    ...drafted("Slides were asked for by the name of a tool."),
  }),
  defineTerm({
    ...shared,
    id: "notion",
    tier: "C",
    vocabularyOnly:
      "It is a tool of somebody else for notes; a page there can link to a term by its address.",
    name: "Notion",
    definition: "A product for notes, documents and simple tables that a team shares.",
    example:
      "The minutes of a meeting are kept there, and the definition they agreed on is kept in the glossary.",
    related: ["enablement-playbooks"],
    notNotes: ["A page in it is no definition in force: that stands in the glossary."],
    ...drafted("Definitions lived on pages that nobody kept up."),
  }),
  defineTerm({
    ...shared,
    id: "vector-store",
    tier: "C",
    vocabularyOnly:
      "It is a kind of database for searches by meaning; terms here are found by name, alias and spelling.",
    name: "Vector store",
    definition:
      "A database that keeps texts as lists of numbers and finds those nearest in meaning to another.",
    example: "A search for leaving customers finds a paragraph about churn that does not hold either word.",
    related: ["rag", "openai-embeddings", "chunking"],
    notNotes: ["Nearest in meaning is not right: the nearest passage may answer another question."],
    ...drafted("It was taken for a search by words, and its misses were not understood."),
  }),
  defineTerm({
    ...shared,
    id: "openai-embeddings",
    tier: "C",
    vocabularyOnly:
      "They are the product of one vendor of language models, and no text is sent to it from here.",
    name: "OpenAI embeddings",
    definition:
      "Lists of numbers by which a model of OpenAI stands for texts, near each other where the meaning is.",
    example:
      "The lists for renewal and contract extension lie closer together than those for renewal and login.",
    related: ["vector-store", "rag"],
    notNotes: ["Lists of two different models cannot be compared."],
    ...drafted("The name of one vendor's model was used for the technique."),
  }),
  defineTerm({
    ...shared,
    id: "chunking",
    tier: "C",
    vocabularyOnly:
      "It is a step in preparing texts for language models, and no text is prepared for one here.",
    name: "Chunking",
    definition: "Cutting long texts into pieces small enough to be looked up and read by a model one by one.",
    example: "A contract of 40 pages becomes 120 pieces, cut between clauses so that no clause is split.",
    related: ["rag", "vector-store"],
    notNotes: ["Smaller pieces are not better answers: a rule cut from its exception misleads."],
    ...drafted("Answers left out half a clause, and nobody looked at where it had been cut."),
  }),
] as const;
