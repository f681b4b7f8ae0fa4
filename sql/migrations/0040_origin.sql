-- Where each report of a story leads back to: the same words in nine outlets are one origin, not nine witnesses.
create table posture.story_origin (
  article_id bigint primary key references posture.story_report on delete cascade,
  story_id bigint not null references posture.story,
  origin_article_id bigint not null references posture.article,
  rules text not null
);
comment on table posture.story_origin is 'Where each report of a story leads back to. A story whose reports lack rows is traced again.';
comment on column posture.story_origin.article_id is 'The report.';
comment on column posture.story_origin.story_id is 'The story in which it was traced.';
comment on column posture.story_origin.origin_article_id is 'The earliest known report of the same origin; itself when it is that.';
comment on column posture.story_origin.rules is 'Version of code and seeds that traced it.';
create index story_origin_story on posture.story_origin (story_id);
