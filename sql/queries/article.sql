-- look_again --
-- Plan the first look for edits; later looks are planned when a look was taken.
update posture.article
set next_look_at = %(first_look_at)s
where article_id = %(article_id)s and looks = 0 and next_look_at is null;
