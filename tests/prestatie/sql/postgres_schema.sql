-- what a run makes stands apart from what it starts from
create schema vraag;
set search_path = vraag, public;
