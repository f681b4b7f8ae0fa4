-- A story keeps its number however often its reports are grouped again, and "not a copy" can be taken back.
alter table posture.review add column story_id bigint references posture.story;
comment on column posture.review.story_id is 'The story that was joined, for same_story; null for all else.';

alter table posture.review drop constraint review_decision_check;
alter table posture.review add constraint review_decision_check check (
  decision in ('same_story', 'other_story', 'not_a_copy', 'may_be_a_copy', 'on_topic', 'off_topic')
);
comment on column posture.review.decision is
  'same_story, other_story, not_a_copy, may_be_a_copy, on_topic or off_topic.';
