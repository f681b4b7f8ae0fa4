-- A host is one host whatever the port and however its name is written.
comment on column posture.host_turn.host is 'Host name in its ASCII form or address, without port and without a leading www.';
