-- Texts of about the same days are found by the names they share, rare names first, however many texts are kept.
create table posture.told_name (
  entity text not null,
  told_at timestamptz not null,
  version_id bigint not null references posture.version on delete cascade,
  primary key (entity, told_at, version_id)
);
comment on table posture.told_name is 'The names of each matched text under the moment when it was told.';
comment on column posture.told_name.entity is 'Id in seeds/lexicon, or unknown:… for a person the lexicon lacks.';
comment on column posture.told_name.told_at is 'Moment of publication, else the start of its day, else when it was read.';
comment on column posture.told_name.version_id is 'The text.';
create index told_name_version on posture.told_name (version_id);

insert into posture.told_name (entity, told_at, version_id)
select distinct
  mention.entity,
  coalesce(version.published_at, version.published_on::timestamptz, version.read_at),
  version.version_id
from posture.mention
join posture.version using (version_id)
join posture.verdict using (version_id);
