-- The same rows as they are: the text of a question, and the file.
copy (
{vraag}
) to '{pad}' (format csv, header true);
