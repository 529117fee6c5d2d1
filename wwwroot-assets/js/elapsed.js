// How long after the beginning of a run, in sandbox time: seconds, or days where a lab lets weeks pass.

const day = 86_400_000; // ms

/** @param digits decimal places of the seconds */
export const elapsed = (ms, digits) => ms < 2 * day ? `${(ms / 1000).toFixed(digits)} s` : `${(ms / day).toFixed(2)} d`;
