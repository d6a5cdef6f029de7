-- Searching among requests: by how the number begins, or by a part of the title, each in an index of its own. Chinese words
-- are often two characters long, for which trigrams are of no use: single characters and pairs are kept.
create function approval_grams(words text) returns text[] immutable parallel safe strict language sql
return array(
    select distinct substr(lower(words), i, n) from generate_series(1, length(words)) i, generate_series(1, 2) n
    where i + n - 1 <= length(words));

create index approval_request_beginning on approval_request (number text_pattern_ops);
create index approval_request_title on approval_request using gin (approval_grams(title));
