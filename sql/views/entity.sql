-- Every name that the ledger uses: what an id stands for, and where it is.
create view analyst.entity as
select entity_id, kind, name_en, name_ar, country, province, part_of, lat, lon
from posture.entity;

comment on view analyst.entity is 'Every name that the ledger uses: what an id stands for, and where it is.';
comment on column analyst.entity.entity_id is 'Id, as it stands in force, place, target, speaker.';
comment on column analyst.entity.kind is 'base, force, group, institution, office, outlet, person, place, agency.';
comment on column analyst.entity.name_en is 'Name in English.';
comment on column analyst.entity.name_ar is 'Name in Arabic.';
comment on column analyst.entity.country is 'Id of its country.';
comment on column analyst.entity.province is 'Id of its province.';
comment on column analyst.entity.part_of is 'Id of what it is a part of.';
comment on column analyst.entity.lat is 'Latitude in degrees, WGS 84; null when it has no one place.';
comment on column analyst.entity.lon is 'Longitude in degrees, WGS 84.';
