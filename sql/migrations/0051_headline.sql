-- A headline in the one spelling used for matching: a search prints it with other signs than the outlet.
alter table posture.article add column headline text;
alter table posture.version add column headline text;
comment on column posture.article.headline is 'Words of the headline in its list, in one spelling; empty or null when there is none.';
comment on column posture.version.headline is 'Words of the headline, in one spelling; null where it was read before they were kept.';
update posture.article set headline = lower(btrim(item ->> 'title'));
update posture.version set headline = lower(btrim(title));
drop index posture.article_headline;
drop index posture.version_headline;
create index article_headline on posture.article (headline) where headline <> '';
create index version_headline on posture.version (headline) where headline <> '';
