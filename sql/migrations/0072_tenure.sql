-- Who held which office when: a speaker is known by his office too.
create table posture.tenure (
  person text not null,
  office text not null,
  from_on date,
  to_on date,
  check (from_on <= to_on)
);
comment on table posture.tenure is 'Who held which office when, as seeds/lexicon says.';
comment on column posture.tenure.person is 'Id of the person.';
comment on column posture.tenure.office is 'Id of the office.';
comment on column posture.tenure.from_on is 'First day; null when it is not known.';
comment on column posture.tenure.to_on is 'Last day; null while he holds it, or when it is not known.';
create index tenure_person on posture.tenure (person);
