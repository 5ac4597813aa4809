/** Slow machines take long; a wait ends as soon as what it waits for is there. */
export const PATIENCE = Number(process.env.PATIENCE ?? 60_000);
