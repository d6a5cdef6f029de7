-- Words of two characters are the most that people type in Chinese, and what pg_trgm keeps begins at three: texts that are
-- searched for any part of them are found by their characters and pairs of neighbours.
create function grams(text) returns text[]
    language sql immutable strict parallel safe
    -- dear enough that whoever plans never makes them of one row after the other
    cost 10000 as $$
    select array_agg(distinct gram) from (
        select unnest(array[letter, letter || lead(letter) over (order by place)]) as gram
        from unnest(string_to_array($1, null)) with ordinality as letters (letter, place)) all_of_them
    where gram is not null
$$;
