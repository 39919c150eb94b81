-- With a former member's address goes what their invitations said of them, and one that was still open.
GRANT UPDATE (title, known_as, revoked_at) ON access.invitation TO termwise_identity;
