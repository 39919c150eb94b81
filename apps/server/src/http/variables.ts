import type { Acting } from "../auth/acting.ts";
import type { Principal } from "../auth/principal.ts";
import type { ClientAddress } from "../edge/client-address.ts";

/** What the server keeps about a request while it answers it. */
export interface Requests {
  Variables: {
    requestId: string;
    client: ClientAddress;
    /** Null: nobody is signed in. */
    who: Principal | null;
    acting: Acting;
    /** A page of another site asks, where that is allowed: whoever it is, it is not known by a session. */
    fromElsewhere: boolean;
  };
}
