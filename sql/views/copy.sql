-- What each text is of another, by which named test, how alike they are, and where they differ.
create view analyst.copy as
select
  verdict.version_id,
  version.article_id,
  coalesce(version.outlet, article.source_id) as outlet,
  version.title,
  coalesce(version.url, article.address) as url,
  verdict.verdict,
  verdict.test,
  verdict.likeness,
  verdict.containment,
  verdict.differences,
  verdict.of_version_id,
  other.article_id as of_article_id,
  coalesce(other.outlet, other_article.source_id) as of_outlet,
  other.title as of_title,
  coalesce(other.url, other_article.address) as of_url,
  verdict.rules,
  verdict.decided_at
from posture.verdict
join posture.version using (version_id)
join posture.article using (article_id)
left join posture.version as other on other.version_id = verdict.of_version_id
left join posture.article as other_article on other_article.article_id = other.article_id;

comment on view analyst.copy is 'What each text is of another, by which named test, how alike they are, and where they differ.';
comment on column analyst.copy.version_id is 'The text.';
comment on column analyst.copy.article_id is 'Its article.';
comment on column analyst.copy.outlet is 'Its outlet.';
comment on column analyst.copy.title is 'Its headline.';
comment on column analyst.copy.url is 'Its address.';
comment on column analyst.copy.verdict is 'copy, variant, update, translation or new.';
comment on column analyst.copy.test is 'Named test that decided.';
comment on column analyst.copy.likeness is 'Share of five-word shingles in common, 0 to 1.';
comment on column analyst.copy.containment is 'Share of the shorter one''s shingles, 0 to 1.';
comment on column analyst.copy.differences is 'Fields in which the two disagree: field, a (the earlier text), b (this text).';
comment on column analyst.copy.of_version_id is 'The earlier text; for a new one the nearest, if any.';
comment on column analyst.copy.of_article_id is 'Article of the earlier text.';
comment on column analyst.copy.of_outlet is 'Outlet of the earlier text; seed_corpus for an article of the seed corpus.';
comment on column analyst.copy.of_title is 'Headline of the earlier text.';
comment on column analyst.copy.of_url is 'Address of the earlier text; seed:… for an article of the seed corpus.';
comment on column analyst.copy.rules is 'Version of code and seeds that decided.';
comment on column analyst.copy.decided_at is 'When it was decided.';
