-- From where something was done is erased by the role that knows people alone; the rows also show where a log's end was cut off.
REVOKE DELETE ON audit.origin FROM termwise_app;
