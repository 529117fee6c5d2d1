// How a request enters a lane: it comes from the client at the left; what is refused stops short of its place, what passes flies to it.

import { kinds } from './lane-marks.js';
import * as clock from './sandbox-clock.js';

const ease = 'cubic-bezier(.22,.8,.3,1)';
const most = 24; // at once; more than these only appear

export function travel(fresh) {
  // Slower with the clock, within what still reads as one movement.
  const duration = Math.min(700, Math.max(400, 520 / Math.sqrt(clock.rate())));
  fresh.slice(0, most).forEach(({ element, x, mark }, i) => {
    const refused = kinds[mark.kind] === 'refused';
    const way = Math.min(Math.max(x, 0), refused ? 28 : 120);
    element.animate(
      [{ transform: `translateX(${-way}px)`, opacity: 0 }, { opacity: 1, offset: 0.35 }, { transform: 'none', opacity: 1 }],
      { duration, delay: i * 12, easing: ease, fill: 'backwards' });
  });
}
