/** A door's refusal: its code, the server's words, and when to try again if it was too often. */
export class DoorRefused extends Error {
  readonly code: string | null;
  readonly status: number;
  readonly retryAfterSeconds: number | null;
  constructor(message: string, status: number, code: string | null, retryAfterSeconds: number | null) {
    super(message);
    this.code = code;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
