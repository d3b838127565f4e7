-- The same rows as they are. {vraag}: its text; {pad}: the file.
copy (
{vraag}
) to '{pad}' (format csv, header true);
