// The running digits of the sandbox clock: one shared loop for all of them, which rests while the clock stands, the page is hidden
// or motion is off (then they change once a second).

import * as clock from './sandbox-clock.js';
import { followMotion, still } from './motion.js';

const shown = new Set();
const calmStep = 1000;
let waiting = 0, calm = 0;

/** Shows the clock in an element. @param page the component that knows the server's real time */
export function mount(element, page) {
  const synchronise = () => document.hidden || clock.synchronise(() => page.invokeMethodAsync('RealTime')).catch(() => { /* the circuit is away; it stays as it was */ });
  document.addEventListener('visibilitychange', synchronise);
  shown.add(element);
  return {
    synchronise,
    set: clock.set,
    dispose() {
      document.removeEventListener('visibilitychange', synchronise);
      shown.delete(element);
    },
  };
}

function write() {
  const text = new Date(clock.now()).toISOString().slice(11, 21); // 11:00:10.1
  for (const element of shown) if (element.textContent !== text) element.textContent = text;
}

function run() {
  cancelAnimationFrame(waiting);
  clearTimeout(calm);
  write();
  if (clock.paused() || document.hidden || shown.size === 0) return;
  if (still()) calm = setTimeout(run, calmStep); else waiting = requestAnimationFrame(run);
}

clock.follow(run);
followMotion(run);
document.addEventListener('visibilitychange', run);
