-- The database beside the product's own connection to it. {pad}: the file.
attach '{pad}' as kaal (read_only);
use kaal;
