/**
 * Whether an SPDX expression is one we may ship: every licence of an AND allowed, at least one of an OR.
 * Exceptions (`WITH`) and anything that is no expression are not allowed.
 */
export function mayBeShipped(expression: string | null, allowed: readonly string[]): boolean {
  const tokens = expression?.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const either = (): boolean => {
    let holds = both();
    while (tokens[at] === "OR") {
      at++;
      holds = both() || holds;
    }
    return holds;
  };
  const both = (): boolean => {
    let holds = one();
    while (tokens[at] === "AND") {
      at++;
      holds = one() && holds;
    }
    return holds;
  };
  const one = (): boolean => {
    if (tokens[at] !== "(") return allowed.includes(tokens[at++] ?? "");
    at++;
    const holds = either();
    return tokens[at++] === ")" && holds;
  };
  return either() && at === tokens.length;
}
