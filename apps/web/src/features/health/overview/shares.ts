/** A part of a whole as a share of one, for print; 0 of nothing. */
export function shareText(part: number, of: number): string {
  return of === 0 ? "0" : (part / of).toFixed(6);
}
