/** The role all work on tenants' data runs as: no login, no superuser, no way round row-level security, owner of nothing. */
export const appRole = "termwise_app";

/** The role that finds out who is asking: it reaches users, sessions and memberships, and no tenant's data. As weak as the other. */
export const identityRole = "termwise_identity";
