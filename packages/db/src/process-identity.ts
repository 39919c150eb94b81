import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process runs: yes, no, or it does but when it started cannot be read. */
export type Liveness = { alive: false } | { alive: true; startedAt: string | null };

/**
 * Whether a process runs, and when it started: a later process that was given the same pid has another start. On Linux
 * the start counts clock ticks since the boot named with it.
 */
export function livenessOf(pid: number): Liveness {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return { alive: false };
  }
  if (process.platform === "linux") return onLinux(pid);
  return { alive: true, startedAt: elsewhere(pid) };
}

function onLinux(pid: number): Liveness {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The command, in parentheses, may itself hold spaces and parentheses. State is field 3, start field 22.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return { alive: false };
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
    return { alive: true, startedAt: `${boot}/${fields[19]}` };
  } catch {
    return { alive: true, startedAt: null };
  }
}

function elsewhere(pid: number): string | null {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return null;
  }
}
