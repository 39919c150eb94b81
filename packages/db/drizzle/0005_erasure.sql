-- A former member's personal data can be erased: the address of their invitation, and from where they did what they did.
GRANT UPDATE (email) ON access.invitation TO termwise_identity;
--> statement-breakpoint
GRANT DELETE ON audit.origin TO termwise_identity;
