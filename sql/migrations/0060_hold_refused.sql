-- Who looked at an unusual run and did not let it go.
alter table posture.hold
  add column refused_at timestamptz,
  add column refused_by text,
  add constraint hold_refused check ((refused_at is null) = (refused_by is null));
comment on column posture.hold.refused_at is 'When it was last looked at and held back; null when it never was.';
comment on column posture.hold.refused_by is 'Who held it back.';
