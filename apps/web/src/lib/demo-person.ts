/** Whether somebody is one of the demo company's invented people, by their address, which leads nowhere. They have no password. */
export function isDemoPerson({ email }: { email: string }): boolean {
  return email.endsWith(".demo.invalid");
}
