/** What is wrong with a mail address as far as can be seen here; undefined when nothing is. */
export function mailFault(text: string): string | undefined {
  if (text.trim() === "") return "Enter a mail address.";
  return /^[^\s@]+@[^\s@]+$/.test(text.trim()) ? undefined : "Enter a mail address such as name@example.com.";
}
