-- Opens the lake, or a built file beside it. The names are filled in: `attach` takes no bound values.
attach {wat} as {naam} ({hoe}); -- noqa: PRS
