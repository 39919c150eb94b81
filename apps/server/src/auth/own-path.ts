/** A path of this server and nothing that a browser reads as another one's. */
export function isOwnPath(path: string): boolean {
  const base = "http://own.invalid";
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) && URL.parse(path, base)?.origin === base;
}
