// How a request enters a lane: a capsule comes from the client at the left and meets the limiter where now is. What passes becomes its mark;
// what is refused stops short of the line, falls back, and leaves its mark there. Only transform and opacity move. It shows an
// arrival and not sandbox time: a request that meets a paused clock arrives all the same.

import * as clock from './sandbox-clock.js';

const ease = 'cubic-bezier(.22,.8,.3,1)';
const enter = 180, leave = 120;
const atOnce = 24; // capsules; more than these only appear
const gap = 14; // px before the line at which a refused capsule is stopped

/**
 * @param host  where capsules are put: the scrolling tape
 * @param fresh marks and bundles that are new: { element, kind, x, y }
 * @param moved those that made room: { element, dx, dy }
 * @param left  the left end of what is in view, on the tape
 */
export function travel(host, fresh, moved, left) {
  // Slower with the clock, within what still reads as one movement.
  const duration = Math.min(700, Math.max(400, 520 / Math.sqrt(clock.rate())));
  for (const { element, dx, dy } of moved)
    element.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: 'none' }], { duration: enter, easing: ease });
  fresh.forEach(({ element, kind, x, y }, i) => {
    const delay = i < atOnce ? i * 12 : 0;
    const arrival = i < atOnce ? delay + duration : 0;
    element.animate([{ opacity: 0, transform: 'scale(.4)' }, { opacity: 1, transform: 'none' }], { duration: enter, delay: arrival, easing: ease, fill: 'backwards' });
    if (i < atOnce) fly(host, kind === 'refused', left, x, y, duration, delay);
  });
}

function fly(host, refused, left, x, y, duration, delay) {
  const capsule = document.createElement('i');
  capsule.className = refused ? 'capsule refused' : 'capsule';
  host.append(capsule);
  const at = (px, opacity, offset) => ({ transform: `translate(${px.toFixed(1)}px, ${y.toFixed(1)}px)`, opacity, offset });
  const stop = Math.max(left, x - gap), back = Math.max(left, stop - 10);
  const end = leave / (duration + leave);
  const path = refused
    ? [at(left, 0, 0), at(left + (stop - left) * 0.5, 1, 0.3), at(stop, 1, 1 - end), at(back, 0, 1)]
    : [at(left, 0, 0), at(left + (x - left) * 0.5, 1, 0.3), at(x, 1, 1 - end), at(x, 0, 1)];
  const flight = capsule.animate(path, { duration: duration + leave, delay, easing: ease, fill: 'both' });
  if (refused) // it is refused when it is stopped, not before
    capsule.animate([{ opacity: 0 }, { opacity: 0, offset: 0.7 }, { opacity: 1, offset: 0.78 }, { opacity: 1 }], { duration: duration + leave, delay, fill: 'both', pseudoElement: '::after' });
  flight.finished.finally(() => capsule.remove());
}
