-- load --
-- An entry of the lexicon as the seeds describe it now.
insert into posture.entity (entity_id, kind, name_en, name_ar, country, province, part_of, lat, lon, loaded_at)
values %s
on conflict (entity_id) do update
set kind = excluded.kind,
    name_en = excluded.name_en,
    name_ar = excluded.name_ar,
    country = excluded.country,
    province = excluded.province,
    part_of = excluded.part_of,
    lat = excluded.lat,
    lon = excluded.lon,
    loaded_at = excluded.loaded_at;

-- forget --
-- Entries that the seeds no longer name.
delete from posture.entity
where not entity_id = any (%(named)s);

-- forget_tenures --
-- The seeds say it all anew.
delete from posture.tenure;

-- load_tenures --
-- Who held which office when.
insert into posture.tenure (person, office, from_on, to_on)
values %s;
