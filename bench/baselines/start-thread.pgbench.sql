\set n random(1, :members)
BEGIN;
SELECT uuidv7() AS thread, uuidv7() AS post, user_id, community_id FROM bench_places WHERE n = :n \gset
INSERT INTO threads (id, community_id, author_id, kind, is_public, request_hash) VALUES (:thread, :community_id, :user_id, 'update', true, sha256('a wish'));
INSERT INTO posts (id, thread_id, community_id, author_id, position, body, html) VALUES (:post, :thread, :community_id, :user_id, 1, :body, :body);
INSERT INTO thread_marks (user_id, thread_id, read_position, follow) VALUES (:user_id, :thread, 1, 'following');
INSERT INTO outbox (type, community_id, thread_id, post_id, actor_id) VALUES ('thread.started', :community_id, :thread, :post, :user_id);
COMMIT;
