import type { ImportReport } from "../imports/import-report.ts";
import type { Refusal } from "./failures.ts";

/** What is wrong, one by one: where it stands, which code it has, and what mends it. */
interface Fault {
  readonly file: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly detail: string;
  readonly remedy: string;
}

/** An answer as RFC 9457 has it, with the codes an import's report has. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Names this request in the server's log. */
  readonly instance: string;
  readonly code: string;
  readonly errors: readonly Fault[];
}

/** The content type of a {@link Problem}. */
export const problemType = "application/problem+json";

const titles: Readonly<Record<number, string>> = {
  400: "The request cannot be read",
  401: "Nobody is signed in",
  403: "This is not allowed",
  404: "There is no such thing",
  409: "Something else came first",
  412: "This is refused as things stand",
  413: "The request is too large",
  415: "This kind of content is not taken",
  422: "The files cannot be taken in as they are",
  429: "Too many requests",
  503: "The service is away for the moment",
};

const about = (code: string) => `https://termwise.dev/problems/${code.toLowerCase()}`;

/** A refusal as a problem. `code` is that of an import where it has one. */
export function problemOf(status: number, { message, requestId, code }: Refusal, own?: unknown): Problem {
  const known = typeof own === "string" ? own : code;
  return {
    type: about(known),
    title: titles[status] ?? "Something went wrong",
    status,
    detail: message,
    instance: `urn:request:${requestId}`,
    code: known,
    errors: [],
  };
}

/** As many faults as are told in one answer; the report has them all. */
const most = 100;

/** Why an import stored nothing, with each stop, question and refused row. */
export function stoppedProblem(report: ImportReport, requestId: string): Problem {
  const [first] = report.stopped;
  const stops = report.stopped.map(
    ({ file, code, reason, remedy }): Fault => ({
      file,
      row: null,
      column: null,
      code,
      detail: reason,
      remedy,
    }),
  );
  const questions = report.files.flatMap(({ name, questions }) =>
    questions.map(
      ({ column, code, question, answers }): Fault => ({
        file: name,
        row: null,
        column,
        code,
        detail: question,
        remedy: answers.map(({ option, mapping }) => `${option}: ${mapping}`).join(" or "),
      }),
    ),
  );
  const rows = report.refusals.map(
    ({ file, line, column, code, reason, remedy }): Fault => ({
      file,
      row: line,
      column,
      code,
      detail: reason,
      remedy,
    }),
  );
  const code = first?.code ?? "E_MAPPING";
  return {
    type: about(code),
    title: titles[422] ?? "",
    status: 422,
    detail: first ? `${first.reason} ${first.remedy}` : "The import was stopped",
    instance: `urn:request:${requestId}`,
    code,
    errors: [...stops, ...questions, ...rows].slice(0, most),
  };
}
