-- Every spelling of an address is remembered, beside the key that they share.
alter table posture.sighting add column url text;
comment on column posture.sighting.url is 'The address as this source wrote it; null when we looked again by ourselves.';
