-- What the lexicon knows by name, beside the ledger: a base has its coordinates, an id its names.
create table posture.entity (
  entity_id text primary key,
  kind text not null,
  name_en text not null,
  name_ar text not null,
  country text,
  province text,
  part_of text,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  loaded_at timestamptz not null,
  check ((lat is null) = (lon is null))
);
comment on table posture.entity is 'What seeds/lexicon names: bases, forces, people, offices, places, groups, outlets.';
comment on column posture.entity.entity_id is 'Id, as it stands in claims and mentions.';
comment on column posture.entity.kind is 'base, force, group, institution, office, outlet, person, place, agency.';
comment on column posture.entity.name_en is 'Name in English.';
comment on column posture.entity.name_ar is 'Name in Arabic.';
comment on column posture.entity.country is 'Id of its country.';
comment on column posture.entity.province is 'Id of its province.';
comment on column posture.entity.part_of is 'Id of what it is a part of.';
comment on column posture.entity.lat is 'Latitude in degrees, WGS 84.';
comment on column posture.entity.lon is 'Longitude in degrees, WGS 84.';
comment on column posture.entity.loaded_at is 'When the lexicon was last loaded.';
