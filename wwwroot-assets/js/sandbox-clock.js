// The sandbox's clock in the browser. One keyframe (now, rate, paused) from the server sets it; from there on it runs by itself,
// so nothing travels while nothing happens. Everything that moves on a page reads this one clock.

let keyframe = { now: 0, rate: 1, paused: true, seen: 0 };
let serverAhead = 0; // the server's real clock minus this page's, in milliseconds
const listeners = new Set();

/** Sandbox time in milliseconds since the Unix epoch, at an instant of performance.now(). */
export function now(at = performance.now()) {
  return keyframe.paused ? keyframe.now : keyframe.now + (at - keyframe.seen) * keyframe.rate;
}

export const rate = () => keyframe.rate;
export const paused = () => keyframe.paused;

/** Takes a keyframe. `stamp` is the server's real time when it was read: at ×100 a message that took 10 ms would else be a second late. */
export function set(sandboxNow, rate, paused, stamp) {
  const seen = stamp ? stamp - serverAhead - performance.timeOrigin : performance.now();
  keyframe = { now: sandboxNow, rate, paused, seen };
  for (const listener of listeners) listener();
}

/** Calls back whenever a keyframe arrives, and once now. Returns how to stop. */
export function follow(listener) {
  listeners.add(listener);
  listener();
  return () => listeners.delete(listener);
}

/** Finds out how far the server's real clock is ahead: of a few round trips the quickest is the truest. */
export async function synchronise(serverTime, rounds = 4) {
  let best = Infinity;
  for (let i = 0; i < rounds; i++) {
    const sent = performance.now();
    const stamp = await serverTime();
    const trip = performance.now() - sent;
    if (trip < best) [best, serverAhead] = [trip, stamp - performance.timeOrigin - sent - trip / 2];
  }
}
