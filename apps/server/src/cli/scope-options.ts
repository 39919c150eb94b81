import { dimensions } from "@termwise/core/facts";
import { Failure } from "@termwise/core/kernel";
import { z } from "zod";
import { Scope } from "../routers/scope.ts";

/** What figures are asked for on the command line. */
export interface ScopeOptions {
  readonly period?: string;
  readonly policy?: readonly string[];
  readonly filter?: readonly string[];
  readonly asOf?: string;
  readonly currency?: string;
  readonly restated?: boolean;
  readonly reported?: boolean;
  readonly close?: string;
}

/** `key=value` pairs, several in one text with commas between. */
function pairs(texts: readonly string[], option: string): [key: string, value: string][] {
  return texts
    .flatMap((text) => text.split(","))
    .map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw new Failure("bad_input", `${option} takes key=value, not "${text}"`);
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    });
}

/** `nrr.method` and `nrrMethod` are one key. */
const camel = (key: string): string =>
  key.replace(/[.-]([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Reads the options into a scope; a wrong one is named with what it could be. */
export function scopeFrom(options: ScopeOptions): z.input<typeof Scope> {
  const policy = Object.fromEntries(
    pairs(options.policy ?? [], "--policy").map(([key, value]) => [
      camel(key),
      /Days$/.test(camel(key)) ? Number(value) : value,
    ]),
  );
  const filters: Record<string, string[]> = {};
  for (const text of options.filter ?? []) {
    const [[key, ...values]] = [text.split(/[=|]/)] as [[string, ...string[]]];
    if (!dimensions.some((dimension) => dimension === key) || values.length === 0)
      throw new Failure(
        "bad_input",
        `--filter takes dimension=value or dimension=one|other; dimensions: ${dimensions.join(", ")}`,
      );
    filters[key] = values;
  }
  const asked = {
    ...(options.period === undefined ? {} : { period: options.period }),
    ...(Object.keys(policy).length > 0 ? { policy } : {}),
    ...(Object.keys(filters).length > 0 ? { filters } : {}),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.currency === undefined ? {} : { currency: options.currency }),
    ...(options.restated === true ? { definitions: "now" as const } : {}),
    ...(options.reported === true || options.close !== undefined ? { told: "reported" as const } : {}),
    ...(options.close === undefined ? {} : { close: Number(options.close) }),
  };
  const read = Scope.safeParse(asked);
  if (!read.success) throw new Failure("bad_input", z.prettifyError(read.error));
  return asked as z.input<typeof Scope>;
}
