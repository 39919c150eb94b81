import { Failure } from "@termwise/core/kernel";

interface Told {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** It may pass by itself. */
  readonly passing: boolean;
}

const unreachable: Told = {
  code: "E_UNREACHABLE",
  message: "The warehouse cannot be reached",
  remedy: "See whether its server runs and whether its address, as the operator keeps it, is right",
  passing: true,
};

/** By the class of what PostgreSQL says. Nothing the other server says is repeated but of the query itself. */
const byClass: Readonly<Record<string, Told>> = {
  "28": {
    code: "E_SIGN_IN",
    message: "The warehouse refuses the user or the password",
    remedy: "Correct them where the operator keeps the connection",
    passing: false,
  },
  "3D": {
    code: "E_SIGN_IN",
    message: "The warehouse has no such database",
    remedy: "Correct it where the operator keeps the connection",
    passing: false,
  },
  "57": {
    code: "E_TIMEOUT",
    message: "The warehouse took too long, or stopped the query",
    remedy: "Ask for less, with a cursor column, or see why the query takes so long",
    passing: true,
  },
  "25": {
    code: "E_NOT_READING",
    message: "The query wants to change something. Only reading is done",
    remedy: "Use a query that reads",
    passing: false,
  },
};

/** What an error of another server becomes: a failure with a code and a remedy, without its address and secrets. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { code, message } = toldBy(error);
  const known = byClass[code.slice(0, 2)];
  if (known) return failure(known);
  // Classes of errors of the query: its words are the operator's own.
  if (/^(42|22|0A|54|08P01)/.test(code) || code === "08P01")
    return failure({
      code: "E_QUERY",
      message: `The warehouse refuses the query: ${message.slice(0, 300)}`,
      remedy: "Correct the query. {{since}} stands without quotes",
      passing: false,
    });
  if (/timeout/i.test(message) && !/connect/i.test(message)) return failure(byClass["57"] ?? unreachable);
  return failure(unreachable);
}

function toldBy(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: "", message: "" };
  const { code } = error as { code?: unknown };
  return { code: typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : "", message: error.message };
}

const failure = ({ code, message, remedy, passing }: Told) =>
  new Failure(passing ? "unavailable" : "refused", message, { code, remedy });
