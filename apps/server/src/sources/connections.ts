import { readFileSync } from "node:fs";
import { Failure } from "@termwise/core/kernel";

/** The connections the operator names: where each is, told only to what dials it. */
export interface Connections {
  readonly names: readonly string[];
  /** The URL of a connection. Throws `refused` where the operator names none of that name, or its file cannot be read. */
  urlOf(name: string): string;
}

const setting = /^TERMWISE_SOURCE_([A-Z][A-Z0-9_]{0,39}?)_URL(_FILE)?$/;

/**
 * The connections in an environment: `TERMWISE_SOURCE_NAME_URL` holds one, or `TERMWISE_SOURCE_NAME_URL_FILE` names a file
 * that does, read anew each time so that a password can be changed without a restart. No address and no secret of a
 * warehouse is kept anywhere else.
 */
export function connectionsIn(from: NodeJS.ProcessEnv): Connections {
  const found = new Map<string, () => string>();
  for (const [key, value] of Object.entries(from)) {
    const [, name, file] = setting.exec(key) ?? [];
    if (name === undefined || !value) continue;
    found.set(name, file === undefined ? () => value : () => ofFile(name, value));
  }
  return {
    names: [...found.keys()].sort(),
    urlOf(name) {
      const url = found.get(name);
      if (url) return url();
      throw new Failure("refused", `The operator has named no connection ${name}`, {
        code: "E_CONNECTION",
        remedy: `Set TERMWISE_SOURCE_${name}_URL, or TERMWISE_SOURCE_${name}_URL_FILE, where the server runs, and start it again`,
      });
    },
  };
}

function ofFile(name: string, path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    throw new Failure("refused", `The file that holds the connection ${name} cannot be read`, {
      code: "E_CONNECTION",
      remedy: `See whether TERMWISE_SOURCE_${name}_URL_FILE names a file that the server may read`,
    });
  }
}
